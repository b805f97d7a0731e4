// SPDX-License-Identifier: AGPL-3.0-or-later
// A mail server on this machine for tests: it takes mails and keeps them.
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { SMTPServer } from 'smtp-server';
import { afterAll } from 'vitest';

export interface ReceivedMail {
  /** The addresses of the envelope. */
  recipients: string[];
  /** Head and body as they came over the line. */
  content: string;
}

export interface TestMailServer {
  port: number;
  mails: ReceivedMail[];
  /** Recipients that the server does not know. */
  refused: Set<string>;
}

/** Starts it; it stops when the tests of the file are done. With a password, only who knows it may send. */
export async function testMailServer(password?: string): Promise<TestMailServer> {
  const mails: ReceivedMail[] = [];
  const refused = new Set<string>();
  const server = new SMTPServer({
    disabledCommands: ['STARTTLS'],
    authOptional: password === undefined,
    allowInsecureAuth: true,
    onAuth: (auth, _session, done) => {
      if (auth.password === password) done(null, { user: auth.username });
      else done(new Error('wrong password'));
    },
    onRcptTo: ({ address }, _session, done) =>
      done(refused.has(address) ? new Error(`no such user: ${address}`) : undefined),
    onData: (stream, session, done) => {
      const pieces: Buffer[] = [];
      stream.on('data', (piece: Buffer) => pieces.push(piece));
      stream.on('end', () => {
        const recipients = session.envelope.rcptTo.map(({ address }) => address);
        mails.push({ recipients, content: Buffer.concat(pieces).toString() });
        done();
      });
    },
  });
  server.listen(0, '127.0.0.1');
  await once(server.server, 'listening');
  afterAll(() => new Promise<void>((closed) => server.close(closed)));
  return { port: (server.server.address() as AddressInfo).port, mails, refused };
}
