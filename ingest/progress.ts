// SPDX-License-Identifier: AGPL-3.0-or-later
// Shows how far a long file has got: one line that is written over in a terminal, a line now and then in a log.
const number = new Intl.NumberFormat('it-IT');
const TERMINAL_MS = 200;
const LOG_MS = 10_000;

/** Begins to show the progress of one file on the error stream; short files show nothing. */
export function showProgress(name: string): { update(share: number, rows: number): void; end(): void } {
  const terminal = process.stderr.isTTY;
  const pause = terminal ? TERMINAL_MS : LOG_MS;
  let next = Date.now() + pause;
  let shown = false;
  return {
    update: (share, rows) => {
      if (Date.now() < next) return;
      next = Date.now() + pause;
      shown = true;
      const text = `${name}: ${Math.min(99, Math.floor(share * 100))} %, ${number.format(rows)} righe`;
      process.stderr.write(terminal ? `\r\u001b[K${text}` : `${text}\n`);
    },
    end: () => {
      if (shown && terminal) process.stderr.write('\r\u001b[K');
    },
  };
}
