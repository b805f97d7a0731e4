// SPDX-License-Identifier: AGPL-3.0-or-later
// The report as one HTML file that stands alone: sheets as on paper, no script, nothing loaded from anywhere.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { html, raw } from 'hono/html';
import { projectRoot } from '../../sql/engine/engine.ts';
import { typeface } from '../typeface.ts';
import type { Block, Document, Table } from './blocks.ts';

/** The whole file. Every text is escaped; only our own pictures stand as they are. */
export async function pageOf(document: Document): Promise<string> {
  const { title, town, sheets } = document;
  const page = await html`<!doctype html>
<html lang="it">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title} – ${town}</title>
<style>${raw(style())}</style>
</head>
<body>
<main>
${sheets.map((blocks, number) => sheet(document, blocks, number))}
</main>
</body>
</html>
`;
  return page.toString();
}

function sheet(
  { town, heading, running, foot, warning, sheets }: Document,
  blocks: readonly Block[],
  number: number,
) {
  return html`<article class="sheet" aria-label="Foglio ${number + 1}">
<header><p><b>${town}</b><span>Monitoraggio dei canali</span></p>${
    warning === '' ? '' : html`<p class="warning">${warning}</p>`
  }<p class="running">${running}</p></header>
${number === 0 ? html`<h1>${heading}</h1>` : ''}
${blocks.map((it, i) => block(it, headingAbove(blocks, i)))}
<footer><span>${foot}</span><span>${number + 1} di ${sheets.length}</span></footer>
</article>
`;
}

/** What the part of the report is called in which a block stands. */
function headingAbove(blocks: readonly Block[], place: number): string {
  const isHeading = (it: Block) => it.kind === 'heading';
  const heading = blocks.slice(0, place).findLast(isHeading);
  return heading && 'text' in heading ? heading.text : '';
}

function block(it: Block, heading: string) {
  switch (it.kind) {
    case 'heading':
      return html`<h2>${it.text}</h2>`;
    case 'figure':
      return html`<figure role="region" aria-label="Grafico: ${it.title}" tabindex="0">${raw(it.svg)}</figure>`;
    case 'tables':
      return html`<div class="tables">${it.tables.map((each) => table(each, heading))}</div>`;
    case 'list':
    case 'box':
      return html`<ul class="${it.kind}">${it.items.map((item) => html`<li>${item}</li>`)}</ul>`;
    case 'quote':
      return html`<blockquote>${it.paragraphs.map((words) => html`<p>${words}</p>`)}<footer>${it.by}</footer></blockquote>`;
    default:
      return html`<p class="${it.kind}">${it.text}</p>`;
  }
}

/** Two parts may hold a table of the same name: the heading tells them apart. */
function table({ caption, head, rows, words }: Table, heading: string) {
  const side = (column: number) => (column === 0 || words.includes(column) ? 'words' : 'figures');
  return html`<div class="table" role="region" aria-label="${heading}: ${caption}" tabindex="0"><table>
<caption>${caption}</caption>
<thead><tr>${head.map((name, column) => html`<th scope="col" class="${side(column)}">${name}</th>`)}</tr></thead>
<tbody>${rows.map(
    ([name, ...cells]) => html`
<tr><th scope="row">${name}</th>${cells.map((cell, i) => html`<td class="${side(i + 1)}">${cell}</td>`)}</tr>`,
  )}
</tbody></table></div>`;
}

/** The style inside a report, which may have been frozen with that of an older version of ours. */
export function styleOf(page: string): string {
  return /<style>([\s\S]*?)<\/style>/.exec(page)?.[1] ?? '';
}

const STYLE = join(projectRoot(), 'api', 'report', 'page.css');
let known: string | undefined;

/** The style with the typeface inside, read once. */
function style(): string {
  known ??= [typeface(), readFileSync(STYLE, 'utf8')].join('\n');
  return known;
}
