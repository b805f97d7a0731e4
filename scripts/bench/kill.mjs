// SPDX-License-Identifier: AGPL-3.0-or-later
// Is anything lost or doubled when the command is killed? A log of a million lines is taken in undisturbed; then, twenty
// times, the same command is killed with SIGKILL at a moment drawn by lot (every other time its engine too), what can be
// seen is looked at, and the command is given again. Then two commands take in two overlapping halves of the log at the
// same moment, beside a running server. Every number must be that of the undisturbed run. Ends with 1 when one is not.
import { spawn } from 'node:child_process';
import {
  cpSync,
  createReadStream,
  createWriteStream,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
} from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { parseArgs } from 'node:util';
import { root } from '../setup.mjs';

const command = join(root, 'scripts', 'affluenza.mjs');
const TABLES = [
  ['series', '--granularity', 'day', '--channels', 'web'],
  [
    'breakdown',
    '--channel',
    'web',
    '--by',
    'page',
    '--before',
    '2020-01-01..2020-06-30',
    '--during',
    '2020-07-01..2020-12-31',
    '--after',
    'none',
  ],
];

/**
 * Runs what is asked for: `--lines 1000000 --kills 20 --seed 1`.
 *
 * @param {string[]} args
 */
export async function main(args) {
  const { values } = parseArgs({
    args,
    options: {
      lines: { type: 'string', default: '1000000' },
      kills: { type: 'string', default: '20' },
      seed: { type: 'string', default: '1' },
    },
  });
  const folder = mkdtempSync(join(tmpdir(), 'affluenza-kill-'));
  try {
    const log = join(folder, 'access.log');
    await writeInvented(log, Number(values.lines));
    const empty = join(folder, 'empty');
    await run(empty, ['loads']);
    const begun = performance.now();
    const calm = copy(empty, join(folder, 'calm'));
    await run(calm, ['ingest', log]);
    const whole = performance.now() - begun;
    const wanted = await numbers(calm);
    const nothing = await numbers(empty);
    console.log(
      `\n${cpus().length} × ${cpus()[0]?.model.trim()}, Node ${process.version}; ${values.lines} lines, undisturbed ${seconds(whole)}\n`,
    );
    console.log(
      '| killed after | with its engine | seen then | after the same command again |\n|---|---|---|---|',
    );
    const random = seeded(Number(values.seed));
    for (let kill = 0; kill < Number(values.kills); kill += 1) {
      const after = whole * (0.05 + 0.95 * random());
      const data = copy(empty, join(folder, 'killed'));
      const wasKilled = await runAndKill(data, ['ingest', log], after, kill % 2 === 1);
      const seen = await numbers(data);
      await run(data, ['ingest', log]);
      const found = await numbers(data);
      const state = seen === nothing ? 'nothing' : seen === wanted ? 'everything' : 'HALF OF IT';
      const result =
        found === wanted && (await committed(data)) === 1 ? 'the same numbers, one load' : 'OTHER NUMBERS';
      console.log(
        `| ${seconds(after)}${wasKilled ? '' : ' (it had ended)'} | ${kill % 2 === 1 ? 'yes' : 'no'} | ${state} | ${result} |`,
      );
      if (/[A-Z]{4}/.test(state + result)) process.exitCode = 1;
    }
    console.log(
      `\ntwo commands at once, beside a running server: ${await twoAtOnce(folder, empty, log, wanted)}`,
    );
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Two halves that overlap, taken in at the same moment while a server runs on the same data. */
async function twoAtOnce(folder, empty, log, wanted) {
  const data = copy(empty, join(folder, 'two'));
  const halves = await cutInTwo(log, folder);
  const server = spawn(process.execPath, [join(root, 'scripts', 'start.mjs')], {
    env: { ...process.env, AFFLUENZA_DATA: data, AFFLUENZA_DEMO: '0', PORT: '0' },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const address = await new Promise((ready) => {
    let said = '';
    server.stdout.on('data', (text) => {
      said += text;
      const found = /http:\/\/\S+/.exec(said)?.[0];
      if (found) ready(found);
    });
  });
  const codes = await Promise.all(halves.map((half) => run(data, ['ingest', half])));
  const days = await (await fetch(`${address}/api/v1/tables/series.csv?granularity=day&channels=web`)).text();
  server.kill('SIGTERM');
  await new Promise((ended) => server.once('exit', ended));
  const wrong = [
    codes.every((code) => code === 0) ? '' : `the commands ended with ${codes.join(' and ')}`,
    wanted.startsWith(days) ? '' : `OTHER NUMBERS from the server: ${firstDifference(days, wanted)}`,
    (await numbers(data)) === wanted ? '' : 'OTHER NUMBERS after it',
  ].filter((text) => text !== '');
  if (wrong.length > 0) process.exitCode = 1;
  return wrong.join('; ') || 'the numbers of the undisturbed run, from the server and after it';
}

/** The first lines of two texts that differ. */
function firstDifference(one, other) {
  const [lines, others] = [one.split('\n'), other.split('\n')];
  const at = lines.findIndex((line, i) => line !== others[i]);
  return `line ${at + 1} is «${lines[at]}», not «${others[at]}»`;
}

/** Every day and page, as tables that anybody can have. */
async function numbers(data) {
  const texts = [];
  for (const table of TABLES) {
    const out = join(data, 'table.csv');
    const code = await run(data, ['export', ...table, '--format', 'csv', '--out', out]);
    if (code !== 0) throw new Error(`export ${table[0]} ended with ${code}`);
    texts.push(readFileSync(out, 'utf8'));
  }
  return texts.join('');
}

/** How many loads count. */
async function committed(data) {
  const out = join(data, 'loads.csv');
  await run(data, ['export', 'loads', '--format', 'csv', '--out', out]);
  return readFileSync(out, 'utf8')
    .split('\n')
    .filter((line) => /,(committed|in uso|caricato),/i.test(line)).length;
}

/** Runs the command to its end; returns its exit code. */
function run(data, args) {
  const child = start(data, args);
  return new Promise((ended) => child.once('exit', ended));
}

/** Kills the command after so many milliseconds; returns whether it was still running. */
async function runAndKill(data, args, after, withEngine) {
  const child = start(data, args);
  const ended = new Promise((end) => child.once('exit', (_code, signal) => end(signal === 'SIGKILL')));
  const late = setTimeout(() => {
    child.kill('SIGKILL');
    if (withEngine) for (const pid of enginesOf(data)) process.kill(pid, 'SIGKILL');
  }, after);
  const wasKilled = await ended;
  // It would hit the engine of the next command.
  clearTimeout(late);
  return wasKilled;
}

function start(data, args) {
  const env = { ...process.env, AFFLUENZA_DATA: data };
  return spawn(process.execPath, [command, ...args], {
    cwd: root,
    env,
    stdio: ['ignore', 'ignore', 'inherit'],
  });
}

/** The processes of the engine on that data, as Linux lists them. */
function enginesOf(data) {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .filter((pid) => {
      try {
        const words = readFileSync(`/proc/${pid}/cmdline`, 'utf8');
        return words.includes('child.mjs') && words.includes(data);
      } catch {
        return false;
      }
    })
    .map(Number);
}

function copy(from, to) {
  rmSync(to, { recursive: true, force: true });
  cpSync(from, to, { recursive: true });
  return to;
}

async function writeInvented(file, lines) {
  const { build } = await import('vite');
  const outDir = join(root, 'dist', 'bench');
  const input = { 'web-log': join(root, 'scripts', 'bench', 'web-log.ts') };
  await build({
    root,
    configFile: false,
    logLevel: 'warn',
    build: { ssr: true, outDir, emptyOutDir: false, rollupOptions: { input } },
  });
  const { writeLog } = await import(join(outDir, 'web-log.js'));
  await writeLog(createWriteStream(file), { lines });
}

/** The first and the last six tenths of a log. */
async function cutInTwo(log, folder) {
  const lines = [];
  for await (const line of createInterface({ input: createReadStream(log) })) lines.push(line);
  const part = Math.floor(lines.length * 0.6);
  const halves = [lines.slice(0, part), lines.slice(-part)];
  return Promise.all(
    halves.map(async (half, i) => {
      const file = join(folder, `half-${i}.log`);
      const out = createWriteStream(file);
      for (const line of half) if (!out.write(`${line}\n`)) await new Promise((go) => out.once('drain', go));
      await new Promise((end) => out.end(end));
      return file;
    }),
  );
}

const seconds = (ms) => `${(ms / 1000).toFixed(2)} s`;

/** Numbers from 0 to 1, the same for the same seed (mulberry32). */
function seeded(seed) {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
