// SPDX-License-Identifier: AGPL-3.0-or-later

import { isbot } from 'isbot';
import type { Action, Day, Device } from '../../sql/vocabulary.ts';
import { civilDay } from '../civil.ts';
import { hasIdentifiers, maskIdentifiers, maskPath } from '../mask.ts';
import { BadRow, type LineSource, type Skipped, type Start, type Translation } from '../source.ts';
import type { Format, ReaderWithin, Request } from '../weblog/format.ts';
import { findFormat } from '../weblog/formats.ts';

const ASSETS =
  'css js mjs map png jpg jpeg gif svg ico webp avif bmp woff woff2 ttf eot otf json xml txt rss atom';
const DOWNLOADS = 'pdf doc docx odt rtf xls xlsx ods csv ppt pptx odp zip 7z rar p7m eml';
type NoClick = 'altri metodi' | 'errori e rinvii' | 'immagini e simili';
/** What a successful GET of a path with that ending is; all others are pages. */
const ENDINGS = new Map<string, Action | NoClick>([
  ...ASSETS.split(' ').map((ending) => [ending, 'immagini e simili'] as const),
  ...DOWNLOADS.split(' ').map((ending) => [ending, 'download'] as const),
]);
const LONGEST_ENDING = Math.max(...[...ENDINGS.keys()].map(({ length }) => length));
const DOT = 46;
/** A redirect that counts who leaves for another site: /vai?url=https://… */
const OUTBOUND = /[?&](?:url|u|to|link|goto|redirect)=https?(?::|%3a)/i;
const LONGEST_PATH = 500;
const [EARLIEST, LATEST] = [Date.UTC(1990) / 1000, Date.UTC(2100) / 1000];

/** The access log of the web server, in any of the formats of `ingest/weblog/`. */
export const weblog: LineSource = {
  name: 'weblog',
  title: 'registro degli accessi al sito',
  identity: 'part',
  metrics: ['clicks'],
  precedence: 40,
  channel: 'web',
  records: 'lines',
  recognizes: (start) => findFormat(start).marks,
  notice: (start) => {
    const { format, tellsAgents } = findFormat(start);
    return tellsAgents
      ? format.title
      : `${format.title}: senza user agent, i robot sono contati come persone`;
  },
  mayCut,
  open: ({ hash, visitor }, start = { lines: [], rows: [] }) => {
    const { format } = findFormat(start);
    const read = openWithin(format);
    const occurrences = countOccurrences();
    const devices = remember((agent) => (isbot(agent) ? 'bot' : deviceOf(agent)));
    const domains = remember(domainOf);
    const paths = remember(maskPath);
    const sites = remember(maskIdentifiers);
    const skip = skipper();
    const takeWithin = (text: string, from: number, to: number): Translation | undefined => {
      const request = read(text, from, to);
      if (request === null) return undefined;
      if (!request) throw new BadRow('', '', `la riga non ha la forma delle altre (${format.title})`);
      const { time } = request;
      if (!(time >= EARLIEST && time < LATEST)) throw new BadRow('time', '', 'data fuori da ogni registro');
      const day = civilDay(time);
      const { target } = request;
      const action = actionOf(request, target);
      if (!isAction(action)) return skip(action, day);
      const { agent } = request;
      const device = devices(agent);
      if (device === 'bot') return skip('bot', day);
      const line = text.slice(from, to);
      const first = hash(`0 ${line}`);
      const before = occurrences(first, time);
      return {
        table: 'clicks',
        scope: sites(request.scope),
        time,
        day,
        action,
        path: paths(pathOf(target)),
        referrer: domains(request.referrer),
        device,
        visitor: visitor(day, request.address, agent),
        key: before === 0 ? first : hash(`${before} ${line}`),
      };
    };
    return { take: (line) => takeWithin(line, 0, line.length), takeWithin, vouches: () => 'listed' };
  },
};

/** Between two hours: equal lines, which are counted by how many came before, are of one second. */
function mayCut(start: Start): ((previous: string, next: string) => boolean) | undefined {
  const { format } = findFormat(start);
  if (format.hasHeader) return undefined;
  const read = format.open();
  const hourOf = (line: string) => {
    try {
      return Math.floor((read(line)?.time ?? Number.NaN) / 3600);
    } catch (error) {
      if (error instanceof BadRow) return Number.NaN;
      throw error;
    }
  };
  return (previous, next) => Math.abs(hourOf(next) - hourOf(previous)) >= 1;
}

function openWithin(format: Format): ReaderWithin {
  if (format.openWithin) return format.openWithin();
  const read = format.open();
  return (text, from, to) => read(text.slice(from, to));
}

/** Says that a line is no click, with one object for all lines of a class and day. */
function skipper(): (why: 'bot' | NoClick, day: Day) => Skipped {
  let known: Partial<Record<'bot' | NoClick, Skipped>> = {};
  let ofDay = '';
  return (why, day) => {
    if (day !== ofDay) [known, ofDay] = [{}, day];
    const skipped = known[why] ?? { table: null, class: why, day };
    known[why] = skipped;
    return skipped;
  };
}

function isAction(action: Action | NoClick): action is Action {
  return action === 'view' || action === 'download' || action === 'outbound';
}

/** What a request was; only a successful GET of a page or document, or a counted way out, is a click. */
function actionOf({ method, status }: Request, target: string): Action | NoClick {
  if (method !== 'GET') return 'altri metodi';
  if (status >= 300 && status < 400 && status !== 304) {
    return OUTBOUND.test(target) ? 'outbound' : 'errori e rinvii';
  }
  if (status !== 200 && status !== 304) return 'errori e rinvii';
  return ENDINGS.get(endingOf(target)) ?? 'view';
}

/** What stands behind the last dot of the path, in lower case; '' when that is more than an ending can be. */
function endingOf(target: string): string {
  const end = pathEnd(target);
  for (let at = end - 1; at >= end - LONGEST_ENDING - 1 && at >= 0; at -= 1)
    if (target.charCodeAt(at) === DOT) return target.slice(at + 1, end).toLowerCase();
  return '';
}

/** Without the query string, which may hold what people typed. */
function pathOf(target: string): string {
  return target.slice(0, pathEnd(target));
}

function pathEnd(target: string): number {
  const query = target.indexOf('?');
  const mark = target.indexOf('#');
  const end = query < 0 ? target.length : query;
  return Math.min(mark < 0 ? end : Math.min(mark, end), LONGEST_PATH);
}

/** Only the domain: the rest of a referrer may hold what people searched for, or who they are. */
function domainOf(referrer: string): string {
  const host = /^https?:\/\/(?:[^/?#]*@)?([^/:?#[\]]+)/i.exec(referrer)?.[1]?.toLowerCase() ?? '';
  return hasIdentifiers(host) ? '' : host.replace(/^www\./, '');
}

function deviceOf(agent: string): Device {
  if (/ipad|tablet|android(?!.*mobile)|kindle|silk/i.test(agent)) return 'tablet';
  if (/mobi|iphone|ipod|android|windows phone/i.test(agent)) return 'mobile';
  return /windows|macintosh|linux|x11|cros/i.test(agent) ? 'desktop' : 'other';
}

const HOURS_KEPT = 3;

/**
 * How many equal lines came before, so that two equal requests in one second are two, here and in a rotated copy. Equal
 * lines stand close together: the hours seen last are enough.
 */
function countOccurrences(): (key: bigint, time: number) => number {
  const hours = new Map<number, Map<bigint, number>>();
  return (key, time) => {
    const hour = Math.floor(time / 3600);
    const seen = hours.get(hour) ?? new Map<bigint, number>();
    if (seen.size === 0) {
      hours.set(hour, seen);
      for (const oldest of hours.keys()) if (hours.size > HOURS_KEPT) hours.delete(oldest);
    }
    const before = seen.get(key) ?? 0;
    seen.set(key, before + 1);
    return before;
  };
}

const MOST_REMEMBERED = 20_000;

/** Agents and referrers come again and again; what was found for one is kept for a while. */
function remember<Result>(find: (text: string) => Result): (text: string) => Result {
  const known = new Map<string, Result>();
  let last = '';
  let lastFound = find(last);
  return (text) => {
    if (text === last) return lastFound;
    let found = known.get(text);
    if (found === undefined) {
      if (known.size >= MOST_REMEMBERED) known.clear();
      // A copy: a piece of a line would keep the text that it stands in.
      const own = Buffer.from(text).toString();
      found = find(own);
      known.set(own, found);
    }
    [last, lastFound] = [text, found];
    return found;
  };
}
