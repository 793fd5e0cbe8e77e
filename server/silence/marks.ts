/** What invented people bring along that stands nowhere else: whatever is found of it elsewhere has leaked. */
export const marks = {
  name: '犇骉猋',
  organisation: '猋骉犇物业',
  word: 'Quixmarkword',
  phone: '13999124876',
  residentId: '150204198801011232',
  mail: 'quixmark@mark.example.cn',
  address: '龘犇巷七号',
  fileName: '瓛爨证据.txt',
  password: 'Quixmark-password-41',
  token: 'hejie_QuixmarkTokenOfSomebody',
  cookie: 'QuixmarkCookie',
  secret: 'QXMRKSECRT',
  user: 'quixmark-user',
} as const;

/** The marks, and what the program itself handed to marked people: their codes, secrets, tokens. */
export class Watch {
  readonly #wanted = new Set<string>(Object.values(marks));

  /** Whatever an answer hands over in confidence is a mark from then on. */
  learn(answer: string): void {
    for (const [, , value] of answer.matchAll(/"(secret|token|password|code|link|uri)":"([^"]{8,})"/g)) {
      if (value !== undefined && /[A-Z0-9]/.test(value)) this.#wanted.add(value);
    }
    for (const [, value] of answer.matchAll(/ticket-code code">([^<]+)</g))
      if (value) this.#wanted.add(value);
  }

  /** Which of them stand in a text, as they are or as an address, a form or JSON writes them. */
  findIn(text: string): string[] {
    return [...this.#wanted].filter((mark) => writtenForms(mark).some((form) => text.includes(form)));
  }

  get count(): number {
    return this.#wanted.size;
  }
}

function writtenForms(mark: string): string[] {
  const escaped = [...mark]
    .map((one) => (one < '\u0080' ? one : `\\u${one.charCodeAt(0).toString(16).padStart(4, '0')}`))
    .join('');
  return [mark, encodeURIComponent(mark), escaped, Buffer.from(mark).toString('base64').replace(/.?=*$/, '')];
}
