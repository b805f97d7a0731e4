// SPDX-License-Identifier: AGPL-3.0-or-later
// Long work in small turns, so that the page keeps answering while many plots are drawn.

let last: Promise<void> = Promise.resolve();

/** Runs a task after those before it, each in a turn of its own. */
export function inTurn(task: () => void): Promise<void> {
  const turn = last.then(() => new Promise<void>((resolve) => setTimeout(resolve))).then(task);
  last = turn.catch(() => undefined);
  return turn;
}
