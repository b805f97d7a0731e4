// SPDX-License-Identifier: AGPL-3.0-or-later
// The embedded ClickHouse: a process of its own that runs the engine inside libchdb and listens on loopback.
// It lives as long as at least one process holds it (an open connection to its control port), and no longer:
// the kernel closes that connection even when the holder is killed, so no orphan is left.
// Plain JavaScript, because Node 20 starts it as it is. Usage: node child.mjs LIBRARY DIRECTORY
import { randomBytes } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import ffi from 'ffi-rs';
import { HOLDER, serverConfig, startQuery, usersConfig } from './config.mjs';

const [library, directory] = process.argv.slice(2);
const own = (name) => join(directory, `${process.pid}.${name}`);
const stateFile = join(directory, 'engine.json');
const secret = () => randomBytes(24).toString('base64url');
const users = { write: secret(), read: secret(), holder: secret() };
const asHolder = { 'X-ClickHouse-User': 'holder', 'X-ClickHouse-Key': users.holder };
const token = secret();
/** Long enough for the process that started us to say that it is there. */
const FIRST_HOLDER_MS = 15_000;
const STOP_MS = 3_000;

const holders = new Set();
let url = '';
let stopping = false;

writeFileSync(own('users.xml'), usersConfig(users), { mode: 0o600 });
writeFileSync(own('config.xml'), serverConfig(own('users.xml')), { mode: 0o600 });
process.on('exit', removeOwnFiles);
for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP']) process.on(signal, stop);

const engine = runEngine();
await Promise.all([listen().then(announce), engine]);
// The tables are shut down by now; the C++ static destructors are not needed and were seen to crash.
removeOwnFiles();
process.kill(process.pid, 'SIGKILL');

function runEngine() {
  const { DataType } = ffi;
  ffi.open({ library: 'chdb', path: library });
  const portFile = own('port');
  const words = ['clickhouse', '--config-file', own('config.xml'), '--path', join(directory, 'db')];
  words.push('--listen_host', '127.0.0.1', '--http_port', '0', '--query', startQuery(portFile));
  return ffi
    .load({
      library: 'chdb',
      funcName: 'chdb_query_cmdline',
      retType: DataType.External,
      paramsType: [DataType.I32, DataType.StringArray],
      paramsValue: [words.length, words],
      runInNewThread: true,
    })
    .then(() => {
      // Without an address it never came up (the folder is locked, the disk is full): say so with the exit code.
      if (!url) process.exit(1);
    });
}

/** The control port: whoever shows the token and keeps its connection open keeps the engine alive. */
async function listen() {
  url = `http://127.0.0.1:${await engineReady()}`;
  await sessionSleeps();
  await closeDefaultUser();
  const { createServer } = await import('node:net');
  const control = createServer({ allowHalfOpen: true }, hold);
  await new Promise((ready) => control.listen(0, '127.0.0.1', ready));
  return control.address().port;
}

async function engineReady() {
  for (;;) {
    const text = existsSync(own('port')) ? readFileSync(own('port'), 'utf8') : '';
    if (text.endsWith('\n')) return Number(text);
    await new Promise((wait) => setTimeout(wait, 2));
  }
}

/** The last statement of the local session must have begun before its quota is used up: on a busy machine it comes late. */
async function sessionSleeps() {
  const query = `SELECT count() FROM system.processes WHERE query LIKE '%${HOLDER}%' AND query NOT LIKE '%system.processes%'`;
  while ((await post(query, asHolder)).trim() !== '1') await new Promise((wait) => setTimeout(wait, 2));
}

/** The local session needs a `default` user without password; its quota is used up so that nobody else gets in. */
async function closeDefaultUser() {
  for (let tries = 0; tries < 20; tries += 1) {
    if ((await post('SHOW DATABASES')).includes('QUOTA_EXCEEDED')) return;
  }
  console.error('The default user could not be closed.');
  process.exit(1);
}

function announce(controlPort) {
  const state = {
    pid: process.pid,
    url,
    controlPort,
    token,
    users: { write: users.write, read: users.read },
  };
  writeFileSync(own('json'), JSON.stringify(state), { mode: 0o600 });
  renameSync(own('json'), stateFile);
  for (const file of readdirSync(directory)) {
    const [, writer] = /^(\d+)\./.exec(file) ?? [];
    if (writer && !isRunning(Number(writer))) rmSync(join(directory, file), { force: true });
  }
  setTimeout(stopWhenUnused, FIRST_HOLDER_MS);
}

/** Another child that came a moment later still reads its own files, until it finds the folder locked. */
function isRunning(pid) {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return error.code === 'EPERM';
  }
}

function hold(socket) {
  let said = '';
  socket.setEncoding('utf8');
  socket.on('error', () => {});
  socket.on('data', (text) => {
    if (holders.has(socket)) return;
    said += text;
    if (stopping || said.length > 100 || (said.endsWith('\n') && said !== `${token}\n`))
      return socket.destroy();
    if (said !== `${token}\n`) return;
    holders.add(socket);
    socket.write('held\n');
  });
  socket.on('end', () => letGo(socket));
  socket.on('close', () => letGo(socket));
}

/** The last one to leave keeps its connection until the engine has stopped, and so knows when it has. */
function letGo(socket) {
  const held = holders.delete(socket);
  if (held && holders.size === 0) return stop();
  if (!stopping) socket.end();
}

function stopWhenUnused() {
  if (holders.size === 0) stop();
}

async function stop() {
  if (stopping) return;
  stopping = true;
  // SIGKILL is safe: what was acknowledged is with the operating system already.
  setTimeout(() => {
    removeOwnFiles();
    process.kill(process.pid, 'SIGKILL');
  }, STOP_MS);
  const body = `KILL QUERY WHERE query LIKE '%${HOLDER}%' AND query NOT LIKE '%KILL QUERY%' ASYNC`;
  await post(body, asHolder).catch(() => {});
}

/** Sends a query on a connection of its own; fetch would do as well, and takes several times as long to load. */
async function post(body, headers = {}) {
  // Read while the engine starts, in a thread of its own, and not before.
  const { request } = await import('node:http');
  return new Promise((answered, failed) => {
    const asked = request(url, { method: 'POST', agent: false, headers }, (answer) => {
      let text = '';
      answer.setEncoding('utf8');
      answer.on('data', (piece) => {
        text += piece;
      });
      answer.on('end', () => answered(text));
      answer.on('error', failed);
    });
    asked.on('error', failed);
    asked.end(body);
  });
}

function removeOwnFiles() {
  if (readState()?.pid === process.pid) rmSync(stateFile, { force: true });
  for (const name of ['users.xml', 'config.xml', 'port', 'json']) rmSync(own(name), { force: true });
}

function readState() {
  try {
    return JSON.parse(readFileSync(stateFile, 'utf8'));
  } catch {
    return null;
  }
}
