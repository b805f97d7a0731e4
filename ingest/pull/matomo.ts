// SPDX-License-Identifier: AGPL-3.0-or-later
// Fetches the daily visits of a site from Matomo, a file a month: files that are there are not fetched again, so that
// the same command goes on where it was broken off.
import { existsSync } from 'node:fs';
import { mkdir, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { type Day, dayNumber, dayText } from '../../sql/vocabulary.ts';
import { civilDay } from '../civil.ts';
import { askMatomo, endpoint, PullFailed } from './matomo-api.ts';

export { PullFailed };

export interface MatomoPull {
  /** Where Matomo is: `https://ingestion.webanalytics.italia.it`, with or without `/index.php`. */
  url: string;
  /** The number of the site in Matomo. */
  site: string;
  from: Day;
  /** Days that are not over yet are left out. */
  to: Day;
  token: string;
  /** Where the files go: one folder for each Matomo, since files are told apart by the site's number alone. */
  directory: string;
  onProgress?: (progress: { file: string; done: number; total: number; fetched: boolean }) => void;
  wait?: (ms: number) => Promise<unknown>;
  today?: Day;
}

/** Fetches what is missing and returns the files to load. @throws PullFailed with what to do about it. */
export async function pullMatomo(pull: MatomoPull): Promise<string[]> {
  const { site, directory, onProgress, wait = setTimeout } = pull;
  if (!/^[1-9]\d{0,8}$/.test(site))
    throw new PullFailed(`il sito si indica con il suo numero, non con "${site}".`);
  const url = endpoint(pull.url);
  const chunks = monthlyChunks(pull.from, lastDay(pull));
  await mkdir(directory, { recursive: true });
  const files: string[] = [];
  for (const [index, chunk] of chunks.entries()) {
    const file = join(directory, `matomo-${site}-${chunk.name}.csv`);
    const missing = !existsSync(file);
    const table = missing ? await fetchChunk(url, site, pull.token, chunk, wait) : undefined;
    if (table) await writeWhole(file, table);
    if (table || !missing) files.push(file);
    onProgress?.({ file, done: index + 1, total: chunks.length, fetched: missing });
  }
  return files;
}

interface Chunk {
  from: number;
  to: number;
  /** `2020-03`, or the days when it is not a whole month. */
  name: string;
}

/** The figures of today still grow: the last day to fetch is yesterday, or an earlier one. */
function lastDay({ from, to, today = civilDay(Date.now() / 1000) }: MatomoPull): Day {
  for (const day of [from, to])
    if (dayNumber(day) === null) throw new PullFailed(`il giorno "${day}" non esiste; si scrive 2020-03-10.`);
  if (to < from) throw new PullFailed(`il periodo finisce (${to}) prima di cominciare (${from}).`);
  const last = to < today ? to : dayText((dayNumber(today) ?? 0) - 1);
  if (last < from) throw new PullFailed(`il ${from} non è ancora finito: si chiedono solo giorni interi.`);
  return last;
}

function monthlyChunks(from: Day, to: Day): Chunk[] {
  const chunks: Chunk[] = [];
  for (let first = from; first <= to; ) {
    const end = endOfMonth(first);
    const last = end < to ? end : to;
    const whole = first.endsWith('-01') && last === end;
    chunks.push({
      from: dayNumber(first) ?? 0,
      to: dayNumber(last) ?? 0,
      name: whole ? first.slice(0, 7) : `${first}_${last}`,
    });
    first = dayText((dayNumber(last) ?? 0) + 1);
  }
  return chunks;
}

function endOfMonth(day: Day): Day {
  const [year, month] = day.split('-').map(Number);
  return new Date(Date.UTC(year ?? 0, month ?? 0, 0)).toISOString().slice(0, 10);
}

/** The days of a chunk as a table such as Matomo exports; undefined when it has nothing for any of them. */
async function fetchChunk(
  url: URL,
  site: string,
  token: string,
  { from, to }: Chunk,
  wait: (ms: number) => Promise<unknown>,
): Promise<string | undefined> {
  const form = {
    module: 'API',
    method: 'VisitsSummary.get',
    format: 'JSON',
    // Errors are told apart by their English words.
    language: 'en',
    idSite: site,
    period: 'day',
    date: `${dayText(from)},${dayText(to)}`,
    // Otherwise Matomo stops after the 100 rows of its default.
    filter_limit: '-1',
    token_auth: token,
  };
  const answer = await askMatomo(url, form, wait);
  const lines = Array.from({ length: to - from + 1 }, (_, at) => lineOf(answer, site, dayText(from + at)));
  const given = lines.filter((line) => line !== undefined);
  return given.length === 0 ? undefined : [`idSite,date,${COLUMNS.join(',')}`, ...given, ''].join('\n');
}

const COLUMNS = ['nb_visits', 'nb_actions', 'nb_uniq_visitors', 'nb_users'];
const REQUIRED = ['nb_visits', 'nb_actions'];

/** Matomo writes `[]` for a day of which it has nothing: such a day is missing, not empty. */
function lineOf(answer: unknown, site: string, day: Day): string | undefined {
  const counts = (answer as Record<string, unknown>)[day];
  if (Array.isArray(counts) && counts.length === 0) return undefined;
  const given = (counts ?? {}) as Record<string, unknown>;
  const isWrong = (column: string) =>
    given[column] === undefined ? REQUIRED.includes(column) : !/^\d+$/.test(String(given[column]));
  const wrong = COLUMNS.find(isWrong);
  if (wrong)
    throw new PullFailed(`la risposta di Matomo è incompleta: per il ${day} manca ${wrong}. Riprova.`);
  return [site, day, ...COLUMNS.map((column) => given[column] ?? '')].join(',');
}

/** A file is there whole or not at all, even when the power goes. */
async function writeWhole(file: string, text: string): Promise<void> {
  const part = `${file}.${process.pid}.part`;
  await writeFile(part, text, { flush: true });
  await rename(part, file);
}
