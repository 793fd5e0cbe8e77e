// Runs before anything else is there: fetches what the page of this address is made of beside what every page begins with,
// instead of after it. The list is written into index.html by desk/first-files.ts.
const pages = JSON.parse(document.getElementById('files-of-pages').textContent);
const path = location.pathname;
const mine = Object.keys(pages).find((page) => path === page || path.startsWith(`${page}/`));
for (const file of pages[mine] ?? []) {
  const link = document.createElement('link');
  if (file.endsWith('.css')) Object.assign(link, { rel: 'preload', as: 'style' });
  else link.rel = 'modulepreload';
  link.crossOrigin = '';
  link.href = file;
  document.head.append(link);
}
