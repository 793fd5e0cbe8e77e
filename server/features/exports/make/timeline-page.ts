import { Temporal } from 'temporal-polyfill';
import { type Language, words } from '#contract/language/language.ts';
import type { EventView, MatterView } from '#contract/matters/matter.ts';
import { formatMatterCode } from '#domain/matters/matter-code.ts';
import { escaped } from './xml.ts';

/** What happened, for people: a page that opens anywhere, without script and without anything from outside. */
export function timelinePage(matter: MatterView, language: Language, zone: string, made: string): string {
  const { exportPages: heads } = words(language);
  const moment = (at: string): string =>
    Temporal.Instant.from(at)
      .toZonedDateTimeISO(zone)
      .toPlainDateTime()
      .toString({ smallestUnit: 'minute' })
      .replace('T', ' ');
  const section = (head: string, text: string | null | undefined): string =>
    text ? `<h2>${escaped(head)}</h2><p>${inLines(text)}</p>` : '';
  const parties = matter.parties.map(
    ({ seatLabel, name, phone, address }) =>
      `<li>${escaped([seatLabel, name, phone, address].filter(Boolean).join(' · '))}</li>`,
  );
  const papers = matter.papers.map(
    ({ name, kindLabel, addedAt, addedBy }) =>
      `<li>${escaped(`${name} · ${kindLabel} · ${addedBy} · ${moment(addedAt)}`)}</li>`,
  );
  const happened = [...matter.timeline].reverse().map((event) => eventOf(event, moment));
  const title = `${formatMatterCode(matter.code)} ${matter.subject}`;
  return `<!doctype html>
<html lang="${language === 'zh' ? 'zh-CN' : 'en'}"><head><meta charset="utf-8"><title>${escaped(title)}</title>
<style>body{font:16px/1.6 "PingFang SC","Microsoft YaHei","Noto Sans CJK SC",sans-serif;max-width:42em;margin:2em auto;padding:0 1em;overflow-wrap:anywhere}h1{font-size:1.3em}h2{font-size:1.05em;margin-top:1.6em}li{margin:.3em 0}.when{color:#555}dt{color:#555}dd{margin:0 0 .3em 1.5em}</style></head>
<body><h1>${escaped(title)}</h1>
<p>${escaped([matter.kind.label, matter.region.label, matter.statusLabel].join(' · '))}</p>
<ul>${parties.join('')}</ul>
${section(heads.happened, matter.story)}${section(heads.wanted, matter.request)}
<h2>${escaped(heads.timeline)}</h2><ol>${happened.join('')}</ol>
${papers.length === 0 ? '' : `<h2>${escaped(heads.papers)}</h2><ul>${papers.join('')}</ul>`}
<p class="when">${escaped(made)}<br>${escaped(heads.checks)}</p></body></html>
`;
}

function eventOf(event: EventView, moment: (at: string) => string): string {
  const who = [event.actor, event.unit].filter(Boolean).join(' · ');
  const facts = [
    ...event.facts.map(({ label, value }) => `<dt>${escaped(label)}</dt><dd>${inLines(value)}</dd>`),
    ...(event.changes ?? []).map(
      ({ label, from, to }) => `<dt>${escaped(label)}</dt><dd>${inLines(`${from} → ${to}`)}</dd>`,
    ),
  ];
  return `<li><span class="when">${escaped(moment(event.occurredAt))}</span> <strong>${escaped(event.title)}</strong> ${escaped(who)}${
    event.text === undefined ? '' : `<p>${inLines(event.text)}</p>`
  }${facts.length === 0 ? '' : `<dl>${facts.join('')}</dl>`}</li>`;
}

const inLines = (text: string): string => escaped(text).replaceAll('\n', '<br>');
