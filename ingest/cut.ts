// SPDX-License-Identifier: AGPL-3.0-or-later
// Cuts a long file of lines into parts that can be read beside one another.
import { statSync } from 'node:fs';
import { type FileHandle, open } from 'node:fs/promises';

/** Bytes of a file, the last one not included; an end left out is the end of the file. */
export interface Range {
  from: number;
  to?: number;
}

const BLOCK = 1_048_576;
/** A place to cut that is not found within this much is not looked for any longer. */
const MOST_LOOKED_AT = 64 * BLOCK;

/**
 * At most `parts` ranges of about the same length that make up the file. It is cut only between two lines of which
 * `mayCut` says so.
 */
export async function cutFile(
  file: string,
  parts: number,
  mayCut: (previous: string, next: string) => boolean,
): Promise<Range[]> {
  const { size } = statSync(file);
  const handle = await open(file);
  try {
    const starts = [0];
    for (let part = 1; part < parts; part += 1) {
      const cut = await findCut(handle, Math.floor((size * part) / parts), mayCut);
      if (cut !== undefined && cut > (starts.at(-1) ?? 0)) starts.push(cut);
    }
    return starts.map((from, i) => ({ from, ...(i + 1 < starts.length && { to: starts[i + 1] as number }) }));
  } finally {
    await handle.close();
  }
}

/** Where the first line behind `place` begins that may be cut from the one before it. */
async function findCut(
  handle: FileHandle,
  place: number,
  mayCut: (previous: string, next: string) => boolean,
): Promise<number | undefined> {
  let previous: string | undefined;
  let rest = '';
  let at = place;
  for (let looked = 0; looked < MOST_LOOKED_AT; looked += BLOCK) {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(BLOCK), 0, BLOCK, place + looked);
    // A character for each byte, so that places in the text are places in the file.
    const lines = (rest + buffer.toString('latin1', 0, bytesRead)).split('\n');
    rest = lines.pop() ?? '';
    // A line that long is for the reader to refuse.
    if (rest.length > BLOCK) return undefined;
    for (const line of lines) {
      if (previous !== undefined && mayCut(previous, line)) return at;
      // The first is the end of a line that began before.
      previous = at === place ? undefined : line;
      at += line.length + 1;
    }
    if (bytesRead < BLOCK) return undefined;
  }
  return undefined;
}
