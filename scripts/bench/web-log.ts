// SPDX-License-Identifier: AGPL-3.0-or-later
// An invented access log of a town's site over a year: people who look at some pages, each with its images and style
// sheets, among them bots, wrong addresses and forms. The same seed gives the same file.
import { once } from 'node:events';
import type { WriteStream } from 'node:fs';

const AGENTS = [
  'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/80.0.3987.122 Safari/537.36',
  'Mozilla/5.0 (iPhone; CPU iPhone OS 13_3_1 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/13.0.5 Mobile/15E148 Safari/604.1',
  'Mozilla/5.0 (Linux; Android 10; SM-G973F) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/80.0.3987.119 Mobile Safari/537.36',
  'Mozilla/5.0 (X11; Linux x86_64; rv:73.0) Gecko/20100101 Firefox/73.0',
  'Mozilla/5.0 (iPad; CPU OS 13_3 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko)',
];
const BOTS = [
  'Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)',
  'Mozilla/5.0 (compatible; bingbot/2.0; +http://www.bing.com/bingbot.htm)',
];
const REFERRERS = ['-', 'https://www.google.com/', 'https://www.facebook.com/', '-'];
const SITE = 'https://www.comune.example.it/';
const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
const BEGIN = Date.UTC(2020, 0, 1);
const YEAR_MS = 366 * 86_400_000;
const LINE_BYTES = 215;
/** Of the lines: about 15 % bots, half images and the like, a fifth pages and documents, as in the real log at hand. */
const PEOPLE_AT_ONCE = 40;

interface Visitor {
  address: string;
  agent: string;
  referrer: string;
  isBot: boolean;
  left: number;
}

/** Writes that many lines, or lines until there are that many bytes. */
export async function writeLog(out: WriteStream, size: { lines?: number; bytes?: number }): Promise<void> {
  const lines = size.lines ?? (size.bytes ?? 0) / LINE_BYTES;
  const random = seeded(42);
  let met = 0;
  const meet = () => {
    met += 1;
    return visitor(random, met);
  };
  const people = Array.from({ length: PEOPLE_AT_ONCE }, meet);
  let written = 0;
  let text = '';
  for (let i = 0; size.bytes ? written + text.length < size.bytes : i < lines; i += 1) {
    const at = Math.floor(random() * people.length);
    let who = people[at];
    if (!who || who.left === 0) people[at] = who = meet();
    who.left -= 1;
    text += lineOf(who, BEGIN + (i / lines) * YEAR_MS, random);
    if (text.length < 1 << 20) continue;
    written += text.length;
    if (!out.write(text)) await once(out, 'drain');
    text = '';
  }
  out.end(text);
  await once(out, 'close');
}

/** The linear congruential generator of Numerical Recipes: the same numbers everywhere. */
function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 1_664_525 + 1_013_904_223) >>> 0;
    return state / 4_294_967_296;
  };
}

function visitor(random: () => number, number: number): Visitor {
  const isBot = random() < 0.15;
  const pick = <T>(list: readonly T[]) => list[Math.floor(random() * list.length)] as T;
  return {
    address: `${10 + Math.floor(random() * 40)}.${Math.floor(random() * 250)}.${Math.floor(random() * 40)}.7`,
    agent: pick(isBot ? BOTS : AGENTS),
    referrer: refer(pick(REFERRERS), number),
    isBot,
    left: 1 + Math.floor(random() * 30),
  };
}

/** One in twenty comes from a page that nobody else comes from. */
function refer(usual: string, number: number): string {
  return number % 20 === 0 ? `https://www.example.org/articoli/numero-${number}/pagina` : usual;
}

function lineOf(who: Visitor, ms: number, random: () => number): string {
  const [path, status] = requestOf(who, random);
  const referrer = path.startsWith('/assets') || path.startsWith('/img') ? SITE : who.referrer;
  const bytes = Math.floor(random() * 50_000);
  return `${who.address} - - [${stampOf(ms)}] "GET ${path} HTTP/1.1" ${status} ${bytes} "${referrer}" "${who.agent}"\n`;
}

function requestOf({ isBot }: Visitor, random: () => number): [path: string, status: number] {
  const kind = random();
  const number = (below: number) => Math.floor(random() * below);
  if (kind < 0.03) return [`/manca-${number(1000)}`, 404];
  if (isBot || kind < 0.3) return [`/servizi/scheda-${number(400)}?pagina=${number(9)}`, 200];
  if (kind < 0.35) return [`/modulistica/modulo-${number(80)}.pdf`, 200];
  return kind < 0.65 ? [`/assets/file-${number(60)}.css`, 200] : [`/img/foto-${number(500)}.png`, 304];
}

function stampOf(ms: number): string {
  const date = new Date(ms + 3_600_000);
  const two = (value: number) => String(value).padStart(2, '0');
  const day = `${two(date.getUTCDate())}/${MONTHS[date.getUTCMonth()]}/${date.getUTCFullYear()}`;
  return `${day}:${two(date.getUTCHours())}:${two(date.getUTCMinutes())}:${two(date.getUTCSeconds())} +0100`;
}
