// SPDX-License-Identifier: AGPL-3.0-or-later
import { isbot } from 'isbot';
import type { Action, Device } from '../../sql/vocabulary.ts';
import { civilDay } from '../civil.ts';
import { BadRow, type LineSource, type Translation } from '../source.ts';

//                 address  ident   user    time           request                status  bytes
const COMMON = /^(\S+) \S+ \S.*? \[([^\]]+)\] "((?:[^"\\]|\\.)*)" (\d{3}) (?:\d+|-)/;
//                         referrer                 agent
const COMBINED = new RegExp(`${COMMON.source} "((?:[^"\\\\]|\\\\.)*)" "((?:[^"\\\\]|\\\\.)*)"`);
const TIME = /^(\d{2})\/(\w{3})\/(\d{4}):(\d{2}):(\d{2}):(\d{2}) ([+-])(\d{2})(\d{2})$/;
const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

const ASSET =
  /\.(?:css|js|mjs|map|png|jpe?g|gif|svg|ico|webp|avif|bmp|woff2?|ttf|eot|otf|json|xml|txt|rss|atom)$/i;
const DOWNLOAD = /\.(?:pdf|docx?|odt|rtf|xlsx?|ods|csv|pptx?|odp|zip|7z|rar|p7m|eml)$/i;
/** A redirect that counts who leaves for another site: /vai?url=https://… */
const OUTBOUND = /[?&](?:url|u|to|link|goto|redirect)=https?(?::|%3a)/i;
const LONGEST_PATH = 500;

/** The access log of the web server, Apache's or nginx's "combined" format. */
export const weblog: LineSource = {
  name: 'weblog',
  title: 'registro degli accessi al sito',
  identity: 'part',
  metrics: ['clicks'],
  precedence: 40,
  channel: 'web',
  records: 'lines',
  recognizes: ({ lines }) => lines.filter((line) => COMBINED.test(line)).length,
  open: ({ hash, visitor }) => {
    const occurrences = countOccurrences();
    const seconds = remember(epochSeconds);
    const bots = remember(isbot);
    const devices = remember(deviceOf);
    const take = (line: string): Translation => {
      const parts = COMBINED.exec(line);
      if (!parts) throw new BadRow('', '', 'la riga non ha la forma del registro "combined"');
      const [, address = '', stamp = '', request = '', status = '', referrer = '', agent = ''] = parts;
      const time = seconds(stamp);
      const day = civilDay(time);
      if (bots(agent)) return { table: null, class: 'bot', day };
      const action = actionOf(request, status);
      if (!isAction(action)) return { table: null, class: action, day };
      return {
        table: 'clicks',
        scope: '',
        time,
        day,
        action,
        path: pathOf(request),
        referrer: domainOf(referrer),
        device: devices(agent),
        visitor: visitor(day, address, agent),
        key: hash(`${occurrences(line, time)} ${line}`),
      };
    };
    return { take, vouches: () => 'listed' };
  },
};

type NoClick = 'altri metodi' | 'errori e rinvii' | 'immagini e simili';

function isAction(action: Action | NoClick): action is Action {
  return action === 'view' || action === 'download' || action === 'outbound';
}

/** What a request was; only a successful GET of a page or document, or a counted way out, is a click. */
function actionOf(request: string, status: string): Action | NoClick {
  if (!request.startsWith('GET ')) return 'altri metodi';
  if (status.startsWith('3') && status !== '304') {
    return OUTBOUND.test(request) ? 'outbound' : 'errori e rinvii';
  }
  if (status !== '200' && status !== '304') return 'errori e rinvii';
  const path = pathOf(request);
  if (DOWNLOAD.test(path)) return 'download';
  return ASSET.test(path) ? 'immagini e simili' : 'view';
}

/** Without the query string, which may hold what people typed. */
function pathOf(request: string): string {
  const target = request.slice(4, request.lastIndexOf(' ') > 4 ? request.lastIndexOf(' ') : undefined);
  return (target.split(/[?#]/, 1)[0] ?? '').slice(0, LONGEST_PATH);
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

function epochSeconds(stamp: string): number {
  const parts = TIME.exec(stamp);
  const month = MONTHS.indexOf(parts?.[2] ?? '');
  if (!parts || month < 0) throw new BadRow('time', stamp, 'data e ora non riconosciute');
  const [day, year, hour, minute, second, hours, minutes] = [1, 3, 4, 5, 6, 8, 9].map((i) =>
    Number(parts[i]),
  ) as Numbers;
  const civil = Date.UTC(year, month, day, hour, minute, second) / 1000;
  if (new Date(civil * 1000).getUTCDate() !== day) throw new BadRow('time', stamp, 'giorno inesistente');
  const offset = hours * 3600 + minutes * 60;
  return parts[7] === '-' ? civil + offset : civil - offset;
}

type Numbers = [number, number, number, number, number, number, number];

/** How many equal lines came before, so that two equal requests in one second are two, here and in a rotated copy. */
function countOccurrences(): (line: string, time: number) => number {
  const WINDOW = 3600;
  let newest = 0;
  const seconds = new Map<number, Map<string, number>>();
  return (line, time) => {
    if (time > newest) {
      newest = time;
      if (seconds.size > WINDOW)
        for (const second of seconds.keys()) if (second < newest - WINDOW) seconds.delete(second);
    }
    const lines = seconds.get(time) ?? new Map<string, number>();
    seconds.set(time, lines);
    const before = lines.get(line) ?? 0;
    lines.set(line, before + 1);
    return before;
  };
}

const MOST_REMEMBERED = 20_000;

/** Agents and times come again and again; what was found for one is kept for a while. */
function remember<Result>(find: (text: string) => Result): (text: string) => Result {
  const known = new Map<string, Result>();
  return (text) => {
    const old = known.get(text);
    if (old !== undefined) return old;
    if (known.size >= MOST_REMEMBERED) known.clear();
    const found = find(text);
    known.set(text, found);
    return found;
  };
}
