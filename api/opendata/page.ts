// SPDX-License-Identifier: AGPL-3.0-or-later
// The list of the open data as a page of its own, without scripts: it must be readable everywhere.
import { html, raw } from 'hono/html';
import { fullDate } from '../compare/wording/dates.ts';
import { dictionary, LICENCE, STATES } from '../export/notes.ts';
import { OPEN_FORMATS } from './open-formats.ts';
import { type OpenSet, setsOf } from './sets.ts';
import type { Catalogue } from './statements.ts';

/** The page for people; what is said of the town is escaped. */
export function openDataPage(catalogue: Catalogue) {
  const { settings, firstDay, lastDay, demonstration, modified } = catalogue;
  const days =
    firstDay && lastDay ? `${fullDate(firstDay, 'it')} – ${fullDate(lastDay, 'it')}` : 'ancora nessun dato';
  return html`<!doctype html>
<html lang="it">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Dati aperti – ${settings.name}</title>
<link rel="alternate" type="text/turtle" href="catalog.ttl">
<link rel="alternate" type="application/rdf+xml" href="catalog.rdf">
<style>${raw(OPEN_DATA_STYLE)}</style>
</head>
<body>
<header><a href="/">${settings.name} · Affluenza</a></header>
<main>
<h1>Dati aperti</h1>
<p class="lead">Come i cittadini raggiungono il Comune, in cifre che chiunque può riusare con la licenza
<a href="${LICENCE.url}" rel="license">${LICENCE.name}</a>, citando la fonte: ${settings.name}.</p>
${demonstration ? html`<p class="notice"><strong>Attenzione:</strong> le cifre comprendono dati dimostrativi, inventati.</p>` : ''}
<dl>
<div><dt>Giorni</dt><dd>${days}</dd></div>
<div><dt>Ultimo aggiornamento</dt><dd>${fullDate(modified, 'it')}</dd></div>
<div><dt>Catalogo DCAT-AP_IT</dt><dd><a href="catalog.ttl">Turtle</a>, <a href="catalog.rdf">RDF/XML</a></dd></div>
${settings.email ? html`<div><dt>Contatto</dt><dd><a href="mailto:${settings.email}">${settings.email}</a></dd></div>` : ''}
</dl>
${setsOf(settings).map(section)}
<section>
<h2>Zero, mancante e chiuso</h2>
<p>Una cella vuota non è mai uno zero. La colonna «stato» dice che cosa vuol dire.</p>
${list(Object.entries(STATES).map(([state, said]) => [state, '', said]))}
</section>
<section>
<h2>Come sono fatti i file</h2>
<p>CSV secondo RFC 4180: separatore virgola, virgolette doppie, punto decimale, date ISO 8601 (2020-03-10), UTF-8, una
riga di intestazione. Gli indirizzi e i nomi delle colonne non cambiano. Numeri piccoli di pratiche o di argomenti sono
oscurati, perché nessuno sia riconoscibile.</p>
</section>
</main>
</body>
</html>`;
}

function section({ name, title, description, columns }: OpenSet) {
  return html`<section id="${name}">
<h2>${title}</h2>
<p>${description}</p>
<ul class="files">
${OPEN_FORMATS.map((format) => html`<li><a href="${name}.${format.name}" download>${format.title}</a></li>`)}
<li><a href="${name}.txt">Note per la lettura</a></li>
</ul>
<h3>Dizionario dei dati</h3>
${list(dictionary(columns).map(([, column = '', kind = '', said = '']) => [column, kind, said]))}
</section>`;
}

/** Names, what kind of thing each is, and what it means. */
function list(entries: readonly [name: string, kind: string, meaning: string][]) {
  return html`<dl class="names">${entries.map(
    ([name, kind, meaning]) => html`
<div><dt><code>${name}</code> ${kind}</dt><dd>${meaning}</dd></div>`,
  )}
</dl>`;
}

/** The style of the page. */
export const OPEN_DATA_STYLE = `
:root { color-scheme: light dark; --bg: light-dark(#f3f6fa, #0e1721); --surface: light-dark(#fff, #17222f);
  --line: light-dark(#d9e1ea, #2b3949); --ink: light-dark(#17324d, #e8eff7); --ink-2: light-dark(#435a72, #b7c5d4);
  --link: light-dark(#0059b3, #93c8ff); --head: light-dark(#06c, #0b2a4a); --amber: light-dark(#fff1d6, #33280f); }
body { margin: 0; background: var(--bg); color: var(--ink); font: 16px/1.5 "Titillium Web", Geneva, Tahoma, sans-serif; }
header { background: var(--head); padding: 16px; }
header a { color: #fff; font-weight: 600; text-decoration: none; }
header a:hover { text-decoration: underline; }
main { max-width: 900px; margin: 0 auto; padding: 24px 16px 64px; }
h1 { font-size: 28px; line-height: 1.3; margin: 0 0 12px; }
h2 { font-size: 18px; line-height: 1.3; margin: 0 0 8px; }
section { background: var(--surface); border: 1px solid var(--line); border-radius: 8px; padding: 16px 20px; margin-top: 24px; }
p { max-width: 68ch; margin: 0 0 12px; }
a { color: var(--link); }
:focus-visible { outline: 3px solid light-dark(#000, #fff); box-shadow: 0 0 0 5px #ffd23f; }
.notice { background: var(--amber); border-radius: 4px; padding: 8px 12px; }
dl { display: flex; flex-wrap: wrap; gap: 12px 32px; margin: 16px 0 0; }
dt { color: var(--ink-2); font-size: 14px; }
dd { margin: 0; }
.files { display: flex; flex-wrap: wrap; gap: 4px 20px; list-style: none; margin: 0 0 12px; padding: 0; }
.files a { display: inline-block; padding: 6px 0; font-weight: 600; }
.names { display: block; font-size: 14px; margin: 0; }
.names div { display: grid; grid-template-columns: minmax(0, 18rem) 1fr; gap: 0 16px; border-top: 1px solid var(--line); padding: 6px 0; }
code { color: var(--ink); font: inherit; font-weight: 600; margin-right: 8px; }
h3 { color: var(--ink-2); font-size: 14px; margin: 0 0 4px; }
@media (max-width: 640px) { .names div { grid-template-columns: 1fr; } }
`;
