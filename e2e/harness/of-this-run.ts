const rare = [...'犇骉羴猋麤鱻畾淼焱垚鑫喆嚞囍瓛爨'];

/** A word that stands in no dictionary and, most likely, nowhere else: a story told again finds only what is its own. */
export function wordOfItsOwn(): string {
  return Array.from({ length: 4 }, () => rare[Math.floor(Math.random() * rare.length)]).join('');
}

let phones = 0;

/** A phone that nobody else has. */
export function phoneOfItsOwn(): string {
  phones += 1;
  return `139${String(Date.now() + phones).slice(-8)}`;
}
