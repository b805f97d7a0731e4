// SPDX-License-Identifier: AGPL-3.0-or-later
import { isbot } from 'isbot';
import type { Action, Device } from '../../sql/vocabulary.ts';
import { civilDay } from '../civil.ts';
import { BadRow, type LineSource, type Translation } from '../source.ts';
import type { Request } from '../weblog/format.ts';
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
  open: ({ hash, visitor }, start = { lines: [], rows: [] }) => {
    const { format } = findFormat(start);
    const read = format.open();
    const occurrences = countOccurrences();
    const bots = remember(isbot);
    const devices = remember(deviceOf);
    const domains = remember(domainOf);
    const take = (line: string): Translation | undefined => {
      const request = read(line);
      if (request === null) return undefined;
      if (!request) throw new BadRow('', '', `la riga non ha la forma delle altre (${format.title})`);
      const { time, address, agent } = request;
      if (!(time >= EARLIEST && time < LATEST)) throw new BadRow('time', '', 'data fuori da ogni registro');
      const day = civilDay(time);
      if (bots(agent)) return { table: null, class: 'bot', day };
      const path = pathOf(request.target);
      const action = actionOf(request, path);
      if (!isAction(action)) return { table: null, class: action, day };
      const first = hash(`0 ${line}`);
      const before = occurrences(first, time);
      return {
        table: 'clicks',
        scope: request.scope,
        time,
        day,
        action,
        path,
        referrer: domains(request.referrer),
        device: devices(agent),
        visitor: visitor(day, address, agent),
        key: before === 0 ? first : hash(`${before} ${line}`),
      };
    };
    return { take, vouches: () => 'listed' };
  },
};

function isAction(action: Action | NoClick): action is Action {
  return action === 'view' || action === 'download' || action === 'outbound';
}

/** What a request was; only a successful GET of a page or document, or a counted way out, is a click. */
function actionOf({ method, status, target }: Request, path: string): Action | NoClick {
  if (method !== 'GET') return 'altri metodi';
  if (status >= 300 && status < 400 && status !== 304) {
    return OUTBOUND.test(target) ? 'outbound' : 'errori e rinvii';
  }
  if (status !== 200 && status !== 304) return 'errori e rinvii';
  const dot = path.lastIndexOf('.');
  return (dot >= 0 && ENDINGS.get(path.slice(dot + 1).toLowerCase())) || 'view';
}

/** Without the query string, which may hold what people typed. */
function pathOf(target: string): string {
  const query = target.indexOf('?');
  const path = query < 0 ? target : target.slice(0, query);
  const mark = path.indexOf('#');
  return (mark < 0 ? path : path.slice(0, mark)).slice(0, LONGEST_PATH);
}

/** Only the domain: the rest of a referrer may hold what people searched for. */
function domainOf(referrer: string): string {
  return (
    /^https?:\/\/([^/:?#]+)/i
      .exec(referrer)?.[1]
      ?.toLowerCase()
      .replace(/^www\./, '') ?? ''
  );
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
  return (text) => {
    const old = known.get(text);
    if (old !== undefined) return old;
    if (known.size >= MOST_REMEMBERED) known.clear();
    const found = find(text);
    // A copy: a piece of a line would keep the whole chunk of the file in memory.
    known.set(Buffer.from(text).toString(), found);
    return found;
  };
}
