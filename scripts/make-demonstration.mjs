// SPDX-License-Identifier: AGPL-3.0-or-later
// Writes fixtures/demonstration/: two years of a town hall that never were. Every number is invented, from a seed:
// the level of each period is given here, and chance only shares it out over days, hours and topics.
import { mkdirSync, writeFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';

const FOLDER = new URL('../fixtures/demonstration/', import.meta.url);
const SITE = 'https://www.comune.montevarchi.ar.it';
let random; // started anew, from its own seed, for each channel: a change in one leaves the others as they are

const PERIODS = `2019-01-01..2019-12-31 2020-01-01..2020-03-08
  2020-03-09..2020-05-17 2020-05-18..2020-12-31`.split(/\s+/);
const LOST = { sito: '2020-04-21..2020-04-24', chat: '2020-02-03..2020-02-08' };
const SUMMERS = ['2019-03-31T01..2019-10-27T01', '2020-03-29T01..2020-10-25T01']; // in UTC
// levels: contacts a day in each period (totals: in all of it); week: from Monday, a holiday counts as a Sunday.
// A channel without Sundays is staffed: its levels are those of an opening day.
// The seeds were chosen so that what happened can be seen through the noise.
const CHANNELS = {
  sito: { seed: 65, levels: [23, 24, 40, 30], week: [1.1, 1.1, 1.1, 1.05, 1, 0.75, 0.6] },
  social: { seed: 42, levels: [3.6, 3.9, 6.3, 4.8], week: [1.05, 1, 1.1, 1.05, 1, 0.9, 0.7] },
  chat: { seed: 27, levels: [3.3, 3.5, 10.4, 7], week: [1.2, 1.15, 1, 1.1, 0.95, 0.6, 0] },
  email: { seed: 39, levels: [11.3, 11.4, 19.3, 14.5], week: [1.4, 1.25, 1.15, 1.15, 1.1, 0.55, 0.35] },
  telefono: { seed: 8, levels: [35, 35, 39, 36], week: [1.25, 1.1, 1, 1.05, 0.95, 0.65, 0] },
  sportello: { seed: 14, levels: [22, 22, 1.8, 10], week: [1.15, 1.1, 0.95, 1.15, 0.95, 0.7, 0] },
  pratiche: { seed: 64, totals: [334, 68, 200, 375], week: [1.3, 1.2, 1.1, 1.15, 1.1, 0.6, 0.3] },
};
// What happened, and how many times as much each kind of channel was used meanwhile.
const EVENTS = [
  { when: '2020-03-02..2020-03-08', online: 1.2, telefono: 1, sportello: 1 }, // the Urban Center strengthened
  { when: '2020-03-05..2020-03-08', online: 1.05, telefono: 1.1, sportello: 0.8 }, // schools closed
  { when: '2020-03-09..2020-03-11', online: 0.6, telefono: 0.9, sportello: 3 }, // the first days of the lockdown
  { when: '2020-03-12..2020-03-15', online: 0.8, telefono: 1, sportello: 1.5 },
  { when: '2020-03-30..2020-04-10', online: 1.2, telefono: 1.1, sportello: 1 }, // food vouchers
  { when: '2020-05-04..2020-05-17', online: 0.9, telefono: 1, sportello: 1.5 }, // phase two
  { when: '2020-05-18..2020-06-30', online: 1.15, telefono: 1.05, sportello: 0.7 }, // the first weeks after
  { when: '2020-11-15..2020-12-05', online: 1.35, telefono: 1.1, sportello: 0.3 }, // Tuscany a red zone
];
const MONTHS = [1.03, 1.02, 1.02, 1, 1, 0.98, 0.94, 0.82, 1.02, 1.05, 1.02, 0.95];
const MONTH_NAMES = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ');
const HOURS = [3, 1.5, 0.8, 0.5, 0.5, 1, 3, 8, 18, 28, 30, 26, 18, 15, 16, 20, 22, 20, 16, 13, 13, 14, 11, 6];
const HOLIDAYS = '01-01 01-06 04-25 05-01 06-02 08-10 08-15 11-01 12-08 12-25 12-26'.split(' ');
const EASTERS = '2019-04-21 2019-04-22 2020-04-12 2020-04-13'.split(' ');

// Things to choose from: `thing|weight|weight in the lockdown|first day`, set apart by two spaces or a new line.
const list = (text) => Array.from(text.matchAll(/(\S.*?)\|(\d+)\|(\d+)\|?(\S*)/g), choice);
const TOPICS = list(`bonus|8|30  agevolazioni regionali|7|18  agevolazioni comunali|9|16
  buoni spesa|4|32|2020-03-30  anagrafe|26|16  tributi|18|12  scuola|14|8
  appuntamenti|16|14  eventi|22|2  segnalazioni|14|8`);
const KINDS = list(`Bonus bollette;bonus|5|10  Bonus affitto;bonus|2|12  Bonus famiglia;bonus|2|6
  Contributo affitto;agevolazioni regionali|5|14  Contributo nidi;agevolazioni regionali|3|3
  Contributo utenze;agevolazioni comunali|6|11  Riduzione mensa e trasporto;agevolazioni comunali|4|5
  Domanda di buoni spesa;buoni spesa|4|32|2020-03-30  Cambio di residenza;anagrafe|12|7
  Certificato anagrafico;anagrafe|14|9  Pubblicazioni di matrimonio;anagrafe|3|1  Riduzione Tari;tributi|14|10
  Rimborso Tari;tributi|5|2  Iscrizione mensa e trasporto;scuola|10|6  Iscrizione nido;scuola|5|2`);
const DAYS_TO_CLOSE = { 'buoni spesa': 4, anagrafe: 3, 'agevolazioni regionali': 20 };
const MEANS = list('email|40|58  web|38|24  pec|22|18');
const OUTCOMES = list('accolta|86|86  respinta|9|8  ritirata|5|6');
const PLATFORMS = list('facebook|76|80  instagram|24|20');
const TOOLS = list('chat del sito|1|1');
const PAGES = list(`/|24|16  /urban-center/|10|12  /urban-center/chat|3|8  /modulistica/|8|14
  /servizi/anagrafe|10|7  /servizi/tributi/tari|9|6  /servizi/agevolazioni|5|10  /uffici/orari.html|9|9
  /eventi/|9|1  /cerca?q=bonus|2|5  /notizie/coronavirus|3|12|2020-02-24  /servizi/buoni-spesa|2|12|2020-03-30`);
const FORMS = list(`/modulistica/cambio-residenza.pdf|5|4  /modulistica/riduzione-tari.pdf|5|4
  /modulistica/agevolazioni-utenze.pdf|3|6  /modulistica/autocertificazione.pdf|1|9|2020-03-10
  /modulistica/buoni-spesa.pdf|1|8|2020-03-30`);
const FOR_BOTS = [...PAGES, ...FORMS, ...list('/robots.txt|30|30')];
const ELSEWHERE = list('www.inps.it|4|8  www.regione.toscana.it|3|5  www.agenziaentrate.gov.it|3|2');
const ASSETS = list(`/stile/sito.css 200|4|4  /script/sito.js 200|3|3  /immagini/stemma.png 200|2|2
  /stile/sito.css 304|2|2  /script/sito.js 304|1|1`);
const NO_CLICKS = list(`GET /turismo/museo.html 404|5|3  GET /bandi/2016/ 404|4|4  GET /urbancenter 301|3|4
  GET /cerca?q= 500|1|1  POST /segnalazioni/invia 200|4|5  HEAD / 200|3|3`);
const CAME_FROM = list(
  `https://www.google.com/|45|42  -|28|26  https://www.facebook.com/|12|20  ${SITE}/|15|12`,
);
const BOTS = list(`Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)|6|6
  Mozilla/5.0 (compatible; bingbot/2.0; +http://www.bing.com/bingbot.htm)|4|4`);
// {chrome} and {firefox} stand for the version of the day.
const AGENTS = list(`
  Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/{chrome}.0.3987.132 Safari/537.36|30|30
  Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:{firefox}.0) Gecko/20100101 Firefox/{firefox}.0|9|9
  Mozilla/5.0 (Windows NT 6.1; WOW64; Trident/7.0; rv:11.0) like Gecko|6|4
  Mozilla/5.0 (Linux; Android 9; SM-A505FN) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/{chrome}.0.3987.132 Mobile Safari/537.36|25|27
  Mozilla/5.0 (iPhone; CPU iPhone OS 12_4 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/12.1.2 Mobile/15E148 Safari/604.1|21|21
  Mozilla/5.0 (iPad; CPU OS 12_4 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/12.1.2 Mobile/15E148 Safari/604.1|5|5
  Mozilla/5.0 (Linux; Android 9; SM-T510) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/{chrome}.0.3987.132 Safari/537.36|4|4`);

function choice([, thing, usual, lockdown, from]) {
  return { thing, usual: +usual, lockdown: +lockdown, from };
}

// --- The calendar. A day is `2020-03-10`; an instant is a number of seconds since 1970.
const dayNumber = (day) => Date.parse(day) / 86_400_000;
const dayText = (number) => isoText(number * 86_400).slice(0, 10);
const isoText = (instant) => new Date(instant * 1000).toISOString().slice(0, 19);
const isHoliday = (day) => HOLIDAYS.includes(day.slice(5)) || EASTERS.includes(day);
const weekday = (day) => (isHoliday(day) ? 6 : (dayNumber(day) + 3) % 7);
const isIn = (day, period = '') => day >= period.split('..')[0] && day <= period.split('..')[1];
const isSummer = (instant) => SUMMERS.some((period) => isIn(isoText(instant), period));
/** What clocks in Italy show at an instant: `2020-03-10T09:41:07`. */
const clock = (instant) => isoText(instant + (isSummer(instant) ? 7200 : 3600));
const italian = (day) => day.split('-').reverse().join('/');

/** The instant of a second of a day as clocks in Italy show it; `late` takes the second of October's equal hours. */
function instantOf(day, second, late = false) {
  const winter = dayNumber(day) * 86_400 + second - 3600;
  return isSummer(winter - 3600) && !(late && !isSummer(winter)) ? winter - 3600 : winter;
}

function daysOf(period) {
  const [from, to] = period.split('..').map(dayNumber);
  return times(to - from + 1, (_, i) => dayText(from + i));
}

// --- Chance.
function mulberry32(seed) {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

const times = (length, make) => Array.from({ length }, make);
const sum = (numbers) => numbers.reduce((a, b) => a + b, 0);
const below = (limit) => Math.floor(random() * limit);
const secondOfDay = () => indexByWeight(HOURS) * 3600 + below(3600);
/** A gamma number of mean 1: the smaller the shape, the wilder. */
const gamma = (shape) => sum(times(shape, () => -Math.log(1 - random()))) / shape;

function indexByWeight(weights) {
  let rest = random() * sum(weights);
  let index = 0;
  while (index < weights.length - 1 && rest >= weights[index]) rest -= weights[index++];
  return index;
}

function pick(things, day) {
  const weight = isIn(day, PERIODS[2]) ? 'lockdown' : 'usual';
  return things[indexByWeight(things.map((it) => (it.from > day ? 0 : it[weight])))].thing;
}

// --- Counts by day.
/** How a day compares with the others of its period, before chance: weekday, season and what happened. */
function pull(channel, day) {
  const usual = CHANNELS[channel].week[weekday(day)] * MONTHS[day.slice(5, 7) - 1];
  const meanwhile = EVENTS.filter(({ when }) => isIn(day, when));
  return meanwhile.reduce((product, event) => product * (event[channel] ?? event.online), usual);
}

/** The days a channel has data for, and its contacts: a gamma-Poisson draw, given the total of each period. */
function counts(channel) {
  const { seed, levels, totals, week } = CHANNELS[channel];
  random = mulberry32(seed);
  let mood = 0; // a busy day is often followed by another
  return PERIODS.flatMap((period, i) => {
    const days = daysOf(period).filter((day) => week[weekday(day)] > 0 && !isIn(day, LOST[channel]));
    const weights = days.map((day) => {
      mood = 0.6 * mood + 0.5 * (random() - 0.5);
      return pull(channel, day) * Math.exp(mood) * gamma(30);
    });
    const shares = days.map(() => 0);
    times(totals?.[i] ?? Math.round(levels[i] * days.length), () => shares[indexByWeight(weights)]++);
    return days.map((day, j) => ({ day, count: shares[j] }));
  });
}

/** Rows of a channel: one for each place and topic of a day, and a 0 for a place where nobody wrote. */
function talk(channel, places) {
  return counts(channel).flatMap(({ day, count }) => {
    const contacts = times(count, () => [day, pick(places, day), pick(TOPICS, day)].join(';'));
    const rows = [...new Set(contacts)].map((row) => [row, contacts.filter((it) => it === row).length]);
    const silent = places.filter(({ thing }) => !contacts.some((row) => row.includes(`;${thing};`)));
    return [...rows, ...silent.map(({ thing }) => [`${day};${thing};`, 0])].sort();
  });
}

function office() {
  const rowsOf = (channel) => counts(channel).map(({ day, count }) => [day, channel, count]);
  return ['email', 'telefono', 'sportello'].flatMap(rowsOf).sort(([a], [b]) => (a < b ? -1 : +(a > b)));
}

// --- Practices.
function practices() {
  const last = { 2019: 0, 2020: 0 };
  return counts('pratiche').flatMap(({ day, count }) => {
    const instants = times(count, () => instantOf(day, secondOfDay())).sort((a, b) => a - b);
    const year = day.slice(0, 4);
    const number = () => `${year}/${String(++last[year]).padStart(4, '0')}`;
    return instants.map((at) => [number(), ...practice(day, clock(at))]);
  });
}

function practice(day, time) {
  const kind = pick(KINDS, day); // with its topic: two columns
  const closed = closingDay(day, kind.split(';')[1]);
  const outcome = closed ? pick(OUTCOMES, day) : 'in corso';
  const submitted = `${italian(day)} ${time.slice(11, 16)}`;
  return [submitted, kind, pick(MEANS, day), outcome, italian(closed)];
}

/** A weekday some days later; '' when the file ends before, and for one practice in thirty. */
function closingDay(day, topic) {
  let closed = dayNumber(day) + Math.ceil((DAYS_TO_CLOSE[topic] ?? 10) * gamma(2));
  while (weekday(dayText(closed)) > 4) closed++;
  return random() < 1 / 30 || dayText(closed) > '2020-12-31' ? '' : dayText(closed);
}

// --- The access log.
function accessLog() {
  return counts('sito').flatMap(({ day, count }) => {
    const lines = [...bots(day), ...(SUMMERS.some((period) => period.includes(day)) ? night(day) : [])];
    for (let left = count; left > 0; ) {
      const views = Math.min(left, 1 + below(4));
      lines.push(...visit(day, views));
      left -= views;
    }
    return lines.sort((a, b) => a.at - b.at);
  });
}

function visit(day, views) {
  const visitor = { host: address(), agent: agentOf(day) };
  const late = random() < 0.5;
  let second = secondOfDay();
  let referrer = pick(CAME_FROM, day);
  const lines = [];
  const ask = (request) => {
    lines.push(logLine(instantOf(day, second, late), visitor, request, referrer));
    second = Math.min(second + 1 + below(25), 86_399);
  };
  times(views, () => {
    const page = pick(PAGES, day);
    ask(`GET ${page} 200`);
    referrer = SITE + page;
    if (random() < 0.35) ask(`GET ${pick(ASSETS, day)}`);
    if (random() < (isIn(day, PERIODS[2]) ? 0.12 : 0.08)) ask(`GET ${pick(FORMS, day)} 200`);
    if (random() < 0.04) ask(`GET /out?url=https%3A%2F%2F${pick(ELSEWHERE, day)}%2F 302`);
    if (random() < 0.1) ask(pick(NO_CLICKS, day));
  });
  return lines;
}

/** Crawlers, at any hour and every day: a day that has a log is never without a line. */
function bots(day) {
  return times(4 + below(8), () => {
    const visitor = { host: `192.0.2.${1 + below(9)}`, agent: pick(BOTS, day) };
    return logLine(instantOf(day, below(86_400)), visitor, `GET ${pick(FOR_BOTS, day)} 200`, '-');
  });
}

/** Somebody awake while the clocks change: in October it is 2:30 twice, in March never. */
function night(day) {
  const visitor = { host: '2001:db8::2:30', agent: agentOf(day) };
  const at = [instantOf(day, 7199), instantOf(day, 9000), instantOf(day, 9000, true), instantOf(day, 10_800)];
  return at.map((instant) => logLine(instant, visitor, 'GET /uffici/orari.html 200', '-'));
}

function logLine(at, { host, agent }, request, referrer) {
  const [method, path, status] = request.split(' ');
  const [year, month, day, time] = clock(at).split(/[-T]/);
  const stamp = `${day}/${MONTH_NAMES[month - 1]}/${year}:${time} ${isSummer(at) ? '+0200' : '+0100'}`;
  const bytes = status === '200' && method !== 'HEAD' ? 1500 + 613 * path.length : '-';
  const asked = `"${method} ${path} HTTP/1.1" ${status} ${bytes}`;
  return { at, year, text: `${host} - - [${stamp}] ${asked} "${referrer}" "${agent}"\n` };
}

/** An address kept for documentation, so nobody's: RFC 5737 and RFC 3849. */
function address() {
  if (random() < 0.15) return `2001:db8::${(1 + below(255)).toString(16)}`;
  return `${['192.0.2', '198.51.100', '203.0.113'][below(3)]}.${10 + below(240)}`;
}

/** A browser as it was that day: Chrome 71 and Firefox 64 were current on 1 January 2019. */
function agentOf(day) {
  const age = dayNumber(day) - dayNumber('2019-01-01');
  const versions = { '{chrome}': 71 + Math.floor(age / 45), '{firefox}': 64 + Math.floor(age / 36) };
  return pick(AGENTS, day).replace(/{\w+}/g, (browser) => versions[browser]);
}

// --- The files.
function writeTable(name, header, rows) {
  const text = [header, ...rows.map((row) => row.join(';'))].map((line) => `${line}\n`).join('');
  const separated = header.includes(';') ? text : text.replaceAll(';', ',');
  writeFileSync(new URL(`inventato-${name}.csv`, FOLDER), separated);
}

function writeLog(year, lines) {
  const text = lines.flatMap((line) => (line.year === year ? [line.text] : [])).join('');
  const packed = gzipSync(text, { level: 9 });
  packed[9] = 255; // packed on an unknown system: the same bytes on all of them
  writeFileSync(new URL(`inventato-sito-${year}.log.gz`, FOLDER), packed);
}

mkdirSync(FOLDER, { recursive: true });
writeTable('pratiche', 'numero;presentata il;tipo;argomento;canale;esito;chiusa il', practices());
writeTable('conteggi', 'giorno,canale,conteggio', office());
writeTable('social', 'giorno;piattaforma;argomento;contatti', talk('social', PLATFORMS));
writeTable('chat', 'giorno,strumento,argomento,conversazioni', talk('chat', TOOLS));
const log = accessLog();
for (const year of ['2019', '2020']) writeLog(year, log);
