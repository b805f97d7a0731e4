// SPDX-License-Identifier: AGPL-3.0-or-later
// How fast are files taken in, and how much memory does it take? The whole command beside GoAccess on one log, the
// counts source beside the engine's own INSERT … SELECT FROM file() on the same rows, and the memory for a log of 1 GB.
// Prints the table of docs/benchmarks.md. All files are invented, from a fixed seed.
import { spawn } from 'node:child_process';
import {
  createWriteStream,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { cpus, loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import type { Table } from '../../ingest/fact-blocks.ts';
import { loadFile } from '../../ingest/load.ts';
import { findLayout } from '../../ingest/read.ts';
import { readWhole } from '../../ingest/reading.ts';
import { plan } from '../../ingest/translate.ts';
import { Writer } from '../../ingest/writer.ts';
import { Database } from '../../sql/client.ts';
import { findLibrary, projectRoot } from '../../sql/engine/engine.ts';
import { migrate } from '../../sql/migrate.ts';
import { checkSettings } from '../../sql/settings.ts';
import { writeLog } from './web-log.ts';

const GIGABYTE = 1_000_000_000;
const WANTED = { goaccess: 5, counts: 0.5, megabytes: 300 };

interface Line {
  what: string;
  measured: string;
  wanted: string;
}

/** Runs what is asked for: `--lines 1000000 --runs 3 --only log,counts,memory`. */
export async function main(args: string[]): Promise<void> {
  const { values } = parseArgs({
    args,
    options: {
      lines: { type: 'string', default: '1000000' },
      runs: { type: 'string', default: '3' },
      only: { type: 'string', default: 'log,counts,memory' },
    },
  });
  const folder = mkdtempSync(join(tmpdir(), 'affluenza-bench-'));
  const before = loadavg();
  try {
    const only = values.only.split(',');
    const runs = Number(values.runs);
    const lines = [
      ...(only.includes('log') ? await besideGoAccess(folder, Number(values.lines), runs) : []),
      ...(only.includes('counts') ? await besideTheEngine(folder, runs) : []),
      ...(only.includes('memory') ? await memoryOfAGigabyte(folder) : []),
    ];
    print(lines, before);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function besideGoAccess(folder: string, lines: number, runs: number): Promise<Line[]> {
  const file = join(folder, 'access.log');
  await writeLog(createWriteStream(file), { lines });
  const ours: number[] = [];
  const theirs: number[] = [];
  for (let i = 0; i < runs; i += 1) {
    theirs.push(await goAccess(folder, file));
    ours.push((await ingestInto(folder, file)).seconds);
  }
  const [own, other] = [median(ours), median(theirs)];
  const size = `${lines.toLocaleString('en')} combined lines, ${(statSync(file).size / 1e6).toFixed(0)} MB`;
  const ratio = {
    what: `ratio`,
    measured: `${(other / own).toFixed(1)} times`,
    wanted: `${WANTED.goaccess} times`,
  };
  return [
    { what: `whole command \`affluenza ingest\`, ${size}`, measured: secondsOf(ours), wanted: '' },
    {
      what: `GoAccess 1.7, the same file`,
      measured: Number.isNaN(other) ? 'not installed' : secondsOf(theirs),
      wanted: '',
    },
    ...(Number.isNaN(other) ? [] : [ratio]),
  ];
}

async function goAccess(folder: string, file: string): Promise<number> {
  const args = [file, '--log-format=COMBINED', '-o', join(folder, 'goaccess.json'), '--no-progress'];
  return (await run('goaccess', args)).seconds;
}

/**
 * The whole command, as a person runs it, into an installation that has been set up and holds nothing. Each run has a
 * folder of its own: a file system that has just deleted a thousand files is slow to make new ones.
 */
async function ingestInto(folder: string, file: string) {
  const data = mkdtempSync(join(folder, 'data-'));
  const command = join(projectRoot(), 'scripts', 'affluenza.mjs');
  await run(process.execPath, [command, 'loads'], { AFFLUENZA_DATA: data });
  return run(process.execPath, [command, 'ingest', file], { AFFLUENZA_DATA: data });
}

/** Many channels over five years, a million rows: so the rows weigh and not the months, nor the first moments. */
const SETTINGS = checkSettings({
  channels: Array.from({ length: 550 }, (_, i) => ({
    code: `c${i}`,
    label: `Canale ${i}`,
  })),
});

/** The counts source and the engine alone, in turns, on the same file; both without the start of their process. */
async function besideTheEngine(folder: string, runs: number): Promise<Line[]> {
  const file = join(folder, 'counts.csv');
  const rows = writeCounts(file);
  const alone: number[] = [];
  const own: number[] = [];
  const whole: number[] = [];
  for (let i = 0; i < runs; i += 1) {
    alone.push(await engineInsert(join(folder, `alone-${i}`), file, rows));
    own.push(await withDatabase(join(folder, `own-${i}`), (database) => streamed(database, file)));
  }
  // After the others: a million days leave a heap of a gigabyte behind, in which V8 looks for what it can clear.
  for (let i = 0; i < runs; i += 1) {
    const load = (database: Database) => loadFile(database, file, { settings: SETTINGS, secret: 'x' });
    whole.push(
      await withDatabase(join(folder, `whole-${i}`), (database) => secondsFor(() => load(database))),
    );
  }
  const share = `${((median(alone) / median(own)) * 100).toFixed(0)} %`;
  const perSecond = (seconds: readonly number[]) =>
    `${secondsOf(seconds)}, ${(rows / median(seconds) / 1000).toFixed(0)} thousand rows/s`;
  return [
    {
      what: `engine, INSERT … SELECT FROM file(), ${rows.toLocaleString('en')} counts`,
      measured: perSecond(alone),
      wanted: '',
    },
    { what: 'counts source, read and inserted', measured: `${perSecond(own)}, ${share}`, wanted: '50 %' },
    {
      what: 'the same with journal, days and rebuild of 60 months',
      measured: perSecond(whole),
      wanted: '',
    },
  ];
}

/** What `measure` says of a new database. */
async function withDatabase(dataDirectory: string, measure: (database: Database) => Promise<number>) {
  const database = new Database({ dataDirectory });
  await migrate(database);
  const seconds = await measure(database);
  await database.close();
  return seconds;
}

/** Seconds from the file to the last row in the table, without what makes it a load. */
function streamed(database: Database, file: string): Promise<number> {
  return secondsFor(() => stream(database, file));
}

async function stream(database: Database, file: string): Promise<void> {
  const { layout, sample } = await findLayout(file);
  const writer = new Writer(database);
  const planned = plan(layout, sample);
  const stamp = { load: '00000000-0000-4000-8000-000000000001', taken: '2020-01-01' };
  const circumstances = { settings: SETTINGS, secret: 'x' };
  const give = (table: Table, block: Uint8Array) => writer.write(table, block);
  await readWhole(file, planned, circumstances, stamp, give, () => {});
  await writer.end();
}

async function secondsFor(work: () => Promise<unknown>): Promise<number> {
  const started = performance.now();
  await work();
  return (performance.now() - started) / 1000;
}

function writeCounts(file: string): number {
  const rows: string[] = [];
  for (let day = Date.UTC(2016, 0, 1); day < Date.UTC(2021, 0, 1); day += 86_400_000) {
    const text = new Date(day).toISOString().slice(0, 10);
    for (const [i, { code }] of SETTINGS.channels.entries())
      rows.push(`${text},${code},${(day / 86_400_000 + i) % 97}`);
  }
  writeFileSync(file, `giorno,canale,conteggio\n${rows.join('\n')}\n`);
  return rows.length;
}

/** An engine of its own, which may read files; ours may not, and stays that way. */
async function engineInsert(folder: string, file: string, rows: number): Promise<number> {
  mkdirSync(folder);
  const table = readFileSync(join(projectRoot(), 'sql', 'migrations', '004_contacts.sql'), 'utf8');
  const clock = (name: string) =>
    `select toUnixTimestamp64Micro(now64(6)) into outfile '${join(folder, name)}' format TSV`;
  const sql = `create database b; use b; ${table};
    ${clock('from')};
    insert into contacts (load, scope, channel, day, metric, count)
      select '00000000-0000-4000-8000-000000000001', canale, canale, giorno, 'count', conteggio
      from file('${file}', 'CSVWithNames', 'giorno Date, canale String, conteggio UInt32')
      settings max_partitions_per_insert_block = 0;
    ${clock('to')};
    select count() from contacts into outfile '${join(folder, 'rows')}' format TSV`;
  const words = ['clickhouse', '--path', join(folder, 'own-engine'), '--query', sql];
  const code = `
    import ffi from 'ffi-rs';
    const { DataType } = ffi;
    const words = ${JSON.stringify(words)};
    ffi.open({ library: 'chdb', path: ${JSON.stringify(findLibrary())} });
    await ffi.load({ library: 'chdb', funcName: 'chdb_query_cmdline', retType: DataType.External,
      paramsType: [DataType.I32, DataType.StringArray], paramsValue: [words.length, words], runInNewThread: true });
    process.kill(process.pid, 'SIGKILL');`;
  await run(process.execPath, ['--input-type=module', '-e', code]);
  const said = (name: string) => Number(readFileSync(join(folder, name), 'utf8'));
  if (said('rows') !== rows) throw new Error(`the engine took in ${said('rows')} rows of ${rows}`);
  return (said('to') - said('from')) / 1e6;
}

async function memoryOfAGigabyte(folder: string): Promise<Line[]> {
  const file = join(folder, 'gigabyte.log');
  await writeLog(createWriteStream(file), { bytes: GIGABYTE });
  const { seconds, peakMegabytes } = await ingestInto(folder, file);
  const what = `peak memory of the command, log of ${(statSync(file).size / 1e9).toFixed(2)} GB`;
  const measured = `${peakMegabytes.toFixed(0)} MB (${seconds.toFixed(1)} s)`;
  return [{ what, measured, wanted: `${WANTED.megabytes} MB` }];
}

/** Runs a program; seconds are NaN when there is none of that name. The peak is that of the program's own process. */
function run(program: string, args: string[], env: NodeJS.ProcessEnv = {}) {
  return new Promise<{ seconds: number; peakMegabytes: number }>((done) => {
    const started = performance.now();
    const child = spawn(program, args, {
      cwd: projectRoot(),
      env: { ...process.env, ...env },
      stdio: ['ignore', 'ignore', 'inherit'],
    });
    let peakMegabytes = 0;
    const watch = setInterval(() => {
      peakMegabytes = Math.max(peakMegabytes, peakOf(child.pid));
    }, 50);
    const finish = (seconds: number) => {
      clearInterval(watch);
      done({ seconds, peakMegabytes });
    };
    child.once('error', () => finish(Number.NaN));
    child.once('close', () => finish((performance.now() - started) / 1000));
  });
}

/** The highest resident memory so far, as Linux counts it; NaN elsewhere. */
function peakOf(pid: number | undefined): number {
  try {
    return Number(/VmHWM:\s+(\d+) kB/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0) / 1000;
  } catch {
    return 0;
  }
}

function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
}

function secondsOf(values: readonly number[]): string {
  const [low, high] = [Math.min(...values), Math.max(...values)];
  return `${median(values).toFixed(2)} s (${low.toFixed(2)} to ${high.toFixed(2)})`;
}

function print(lines: readonly Line[], before: readonly number[]): void {
  const load = (values: readonly number[]) => values.map((value) => value.toFixed(1)).join(' ');
  const machine = `${cpus().length} × ${cpus()[0]?.model.trim()}, Node ${process.version}`;
  console.log(
    `\n${machine}; ${new Date().toISOString().slice(0, 10)}; load ${load(before)} → ${load(loadavg())}\n`,
  );
  console.log('| what | measured | wanted |\n|---|---|---|');
  for (const { what, measured, wanted } of lines) console.log(`| ${what} | ${measured} | ${wanted} |`);
}
