// SPDX-License-Identifier: AGPL-3.0-or-later
// Who sends slowly, without end, or something that grows when it is unpacked: cut off, while others are served.
import type { Server } from 'node:http';
import { type AddressInfo, connect, type Socket } from 'node:net';
import { gzipSync } from 'node:zlib';
import { beforeAll, describe, expect, test, vi } from 'vitest';
import { testTown } from '../../scripts/test-town.ts';
import { openServer } from '../server.ts';
import type { Office } from '../town.ts';

/** Shorter than what people get, so that the test does not take as long; longer than a busy machine needs. */
const IMPATIENT = { headersTimeout: 1000, requestTimeout: 1500, connectionsCheckingInterval: 100 };
const HERE = { hostname: '127.0.0.1', port: 0 };
let office: Office;
let server: Server;
let port: number;

beforeAll(async () => {
  ({ office } = await testTown({}, {}));
  server = (await openServer(office, HERE, IMPATIENT)) as Server;
  port = (server.address() as AddressInfo).port;
  // What runs for the first time is slow, and would look like somebody who sends slowly.
  await others();
  return () => void server.close();
});

const HEAD = 'POST /api/v1/notes HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n';

interface Slow {
  socket: Socket;
  /** All that came back, once the connection has ended. */
  ended: Promise<string>;
}

/** A connection that sends this, and then byte after byte until it is cut off. */
function drip(beginning: string, bytes = 'x'): Slow {
  const socket = connect(port, HERE.hostname);
  socket.write(beginning);
  const dripping = setInterval(() => socket.write(bytes), 10);
  let said = '';
  const ended = new Promise<string>((resolve) => {
    socket.on('data', (data) => {
      said += data;
    });
    socket.on('error', () => {});
    socket.on('close', () => {
      clearInterval(dripping);
      resolve(said);
    });
  });
  return { socket, ended };
}

const others = () => fetch(`http://127.0.0.1:${port}/api/v1/town`);

describe('what arrives slowly', () => {
  test.each([
    ['a body', `${HEAD}Content-Length: 10000\r\n\r\n`],
    ['a body of no known length', `${HEAD}Transfer-Encoding: chunked\r\n\r\n`, '1\r\nx\r\n'],
    ['the headers', HEAD],
    ['the first line', 'GET /api/v1/'],
  ])('%s is cut off, and others are served meanwhile', async (_, beginning, bytes = 'x') => {
    const log = vi.spyOn(console, 'error').mockImplementation(() => {});
    const slow = Array.from({ length: 30 }, () => drip(beginning, bytes));
    const answers = await Promise.all([others(), others(), others()]);
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200]);
    const said = await Promise.all(slow.map(({ ended }) => ended));
    for (const text of said) expect(text).toMatch(/^HTTP\/1\.1 (408|400) /);
    // A fault of ours has a line in the log; who is cut off by the dozen must not fill it.
    expect(log.mock.calls).toEqual([]);
  });

  test('is waited for no longer than half a minute by the server that people use', async () => {
    const usual = (await openServer(office, HERE)) as Server;
    const { headersTimeout, requestTimeout } = usual;
    usual.close();
    expect(headersTimeout).toBeLessThanOrEqual(10_000);
    expect(requestTimeout).toBeLessThanOrEqual(30_000);
    expect(requestTimeout).toBeGreaterThan(0);
  });
});

describe('what is too long', () => {
  test('is refused before it ends, even if its length was not said', async () => {
    const piece = `${(1000).toString(16)}\r\n${'x'.repeat(1000)}\r\n`;
    const endless = drip(`${HEAD}Transfer-Encoding: chunked\r\n\r\n${piece.repeat(20)}`, piece);
    expect(await endless.ended).toMatch(/^HTTP\/1\.1 413 /);
    const said = drip(`${HEAD}Content-Length: 99999999999\r\n\r\n`);
    expect(await said.ended).toMatch(/^HTTP\/1\.1 413 /);
  });

  test('once unpacked is not unpacked', async () => {
    const body = gzipSync(
      JSON.stringify({ from: '2020-03-10', author: 'URP', text: 'x'.repeat(10_000_000) }),
    );
    expect(body.length).toBeLessThan(16_384);
    for (const encoding of ['gzip', 'deflate', 'br', 'gzip, gzip']) {
      const headers = { 'Content-Type': 'application/json', 'Content-Encoding': encoding };
      const answer = await fetch(`http://127.0.0.1:${port}/api/v1/notes`, { method: 'POST', body, headers });
      expect([encoding, answer.status]).toEqual([encoding, 400]);
    }
  });
});
