// SPDX-License-Identifier: AGPL-3.0-or-later
// The frame of the pages for signing in: no script, nothing from elsewhere, everything escaped.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Context } from 'hono';
import { html, raw } from 'hono/html';
import { projectRoot } from '../../../sql/engine/engine.ts';
import { allowStyle } from '../../own-style.ts';
import { typeface } from '../../typeface.ts';
import type { Access } from '../access.ts';
import { returnAddress } from '../return-address.ts';
import { type Language, WORDS, type Words } from './words.ts';

type Content = ReturnType<typeof html>;

/** What a page is shown with. */
export interface Shown {
  language: Language;
  words: Words;
  /** Where to go on to. */
  back: string;
  /** The same, and the language, as hidden fields of a form. */
  hidden: Content;
}

/** What every page is shown with, from the address or from the form that was sent. */
export function shownAs(c: Context, sent: Record<string, string> = {}): Shown {
  const back = returnAddress(sent.ritorno ?? c.req.query('ritorno'));
  const isEnglish =
    (sent.lingua ?? c.req.query('lingua')) === 'en' ||
    new URLSearchParams(back.split('?')[1]).get('lingua') === 'en';
  const language = isEnglish ? 'en' : 'it';
  const hidden = html`<input type="hidden" name="ritorno" value="${back}"><input type="hidden" name="lingua" value="${language}">`;
  return { language, words: WORDS[language], back, hidden };
}

/** Answers with a page; an error is read out as soon as it is there. */
export async function sendPage(
  c: Context,
  { settings }: Access,
  shown: Shown,
  { title, content, status = 200 }: { title: string; content: Content; status?: 200 | 404 | 422 | 429 | 503 },
): Promise<Response> {
  const page = await html`<!doctype html>
<html lang="${shown.language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title} · Affluenza · ${settings.name}</title>
<style>${raw(style())}</style>
</head>
<body>
<header><div>${EMBLEM}<span>${settings.name}</span><span class="product">Affluenza</span>${otherLanguage(c, shown)}</div></header>
<main><div class="card">
<h1>${title}</h1>
${content}
</div></main>
</body>
</html>
`;
  allowStyle(c, style());
  return c.html(page, status, { 'Cache-Control': 'no-store' });
}

/** What is wrong, in words. */
export function errorText(text: string | undefined): Content | '' {
  return text ? html`<p class="error" role="alert">${text}</p>` : '';
}

function otherLanguage(c: Context, { language, words, back }: Shown): Content {
  const other = language === 'it' ? 'en' : 'it';
  const query = new URLSearchParams({ ...(back !== '/' && { ritorno: back }), lingua: other });
  return html`<a href="${new URL(c.req.url).pathname}?${query}" lang="${other}" hreflang="${other}">${words.other}</a>`;
}

const EMBLEM = html`<svg viewBox="0 0 28 34" aria-hidden="true" focusable="false"><path d="M2 2h24v15c0 7.5-5 12.5-12 15C7 29.5 2 24.5 2 17z"/><path d="M9 24V10h2.5v2.5h5V10H19v14M12.5 24v-4.5h3V24M7.5 24h13"/></svg>`;

let known: string | undefined;

function style(): string {
  const file = join(projectRoot(), 'api', 'access', 'page', 'page.css');
  known ??= `${typeface()}\n${readFileSync(file, 'utf8')}`;
  return known;
}
