// Runs before anything else is there, and asks for what this address will need: the files that its page is made of beside what
// every page begins with, and the first answers of the server. The list of files is written into index.html by
// desk/first-files.ts; the page takes the answers from `early` (desk/app/api/early.ts).
const path = location.pathname;
const params = [...new URLSearchParams(location.search)];
const language = /(?:^|; )hejie_language=en/.test(document.cookie) ? 'en' : 'zh';

const files = JSON.parse(document.getElementById('first-files').textContent);
const page = Object.keys(files.pages).find((one) => path === one || path.startsWith(`${one}/`));
for (const file of [
  ...files.languages[language],
  ...(files.pages[page] ?? []),
  ...(path === page ? [] : (files.below[page] ?? [])),
]) {
  const link = document.createElement('link');
  if (file.endsWith('.css')) Object.assign(link, { rel: 'preload', as: 'style' });
  else link.rel = 'modulepreload';
  link.crossOrigin = '';
  link.href = file;
  document.head.append(link);
}

const early = new Map();
window.early = early;
const headers = { accept: 'application/json', 'accept-language': language };
const posting = sessionStorage.getItem('hejie-posting');
if (posting) headers['hejie-posting'] = posting;

function ask(address) {
  const answer = fetch(address, { headers, credentials: 'same-origin' });
  // Whoever takes it hears that it failed; that nobody took it is no fault.
  answer.catch(() => undefined);
  early.set(address, answer);
}

// Who opens the page of a place is signed in nearly always, and the others are only refused once more.
ask('/api/v1/me');
if (page) ask('/api/v1/city');
else if (path === '/') for (const one of ['/api/auth/ways', '/api/v1/demo/accounts']) ask(one);

// What the page itself asks first, where that can be told from the address.
if (page === '/matters') {
  const queue = params.find(([name]) => name === 'queue')?.[1] ?? 'mine';
  if (params.every(([name]) => name === 'queue')) ask(`/api/v1/matters?queue=${queue}&limit=50`);
  const [, , id = ''] = path.split('/');
  if (/^[0-9a-f-]{36}$/.test(id)) ask(`/api/v1/matters/${id}`);
}
if (page === '/oversight' && params.length === 0) {
  ask('/api/v1/oversight/figures?by=centre');
  ask('/api/v1/oversight/matters');
}
