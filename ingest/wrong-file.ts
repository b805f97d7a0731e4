// SPDX-License-Identifier: AGPL-3.0-or-later
// Files that no source can read: each is refused in a sentence that says what it is and what to do.
import { statSync } from 'node:fs';
import { said } from './language.ts';
import { BadFile } from './source.ts';

const INSTEAD = said(
  'serve il registro o la tabella (.log, .csv, .xlsx, .ods, .json) da cui viene',
  'what is needed is the log or the table (.log, .csv, .xlsx, .ods, .json) that it comes from',
);
const UNPACK = said('estrai i file che contiene e carica quelli', 'extract the files in it and load those');

/** What files of other kinds begin with, and what to say of them. */
const KINDS: readonly (readonly [begin: RegExp, what: string, todo: string])[] = [
  [/^\x89PNG|^\xff\xd8\xff|^GIF8|^RIFF.{4}WEBP/s, said("un'immagine", 'a picture'), INSTEAD],
  [/^%PDF-/, said('un PDF', 'a PDF'), INSTEAD],
  [/^\s*<(?:!doctype html|html)\b/i, said('una pagina web', 'a web page'), INSTEAD],
  [/^7z\xbc\xaf|^Rar!|^\xfd7zXZ/, said('un archivio compresso', 'a compressed archive'), UNPACK],
  [/^.{257}ustar/s, said('un archivio .tar', 'a .tar archive'), UNPACK],
];

/** @throws BadFile when a file that begins like this is of a kind that is known to be none of ours. */
export function refuseWrongKind(start: Buffer): void {
  const text = start.toString('latin1', 0, 300);
  const [, what, todo] = KINDS.find(([begin]) => begin.test(text)) ?? [];
  if (what) throw new BadFile(said(`è ${what}: ${todo}`, `it is ${what}: ${todo}`));
}

/** What is no file may have no end, or wait for one that never comes. @throws BadFile. */
export function refuseNoFile(file: string): void {
  const found = statSync(file, { throwIfNoEntry: false });
  if (!found) throw new BadFile(MISSING);
  if (found.isDirectory()) throw new BadFile(FOLDER);
  if (!found.isFile()) throw new BadFile(NO_FILE);
  if (found.size === 0) throw new BadFile(EMPTY);
}

/** Whether the operating system refused something: reading, for one. */
export function isOfSystem(error: unknown): error is NodeJS.ErrnoException {
  return error instanceof Error && 'syscall' in error;
}

/** The error as a sentence, when it is the system that does not let us read a file. */
export function explainUnreadable(error: unknown): unknown {
  if (!isOfSystem(error)) return error;
  if (error.code === 'ENOENT') return new BadFile(MISSING);
  return new BadFile(['EACCES', 'EPERM'].includes(error.code ?? '') ? FORBIDDEN : unreadable(error.code));
}

const MISSING = said(
  'il file non esiste: controlla il nome e la cartella',
  'the file does not exist: check its name and folder',
);
const FOLDER = said('è una cartella: indica i file che contiene', 'it is a folder: name the files in it');
const NO_FILE = said(
  'non è un file ma un dispositivo o una pipe: salva prima i dati in un file',
  'it is no file but a device or a pipe: save the data to a file first',
);
const EMPTY = said(
  'il file è vuoto: esportalo o copialo di nuovo',
  'the file is empty: export or copy it again',
);
const FORBIDDEN = said(
  'non hai il permesso di leggere il file: chiedilo a chi lo ha creato, o fattene dare una copia',
  'you may not read the file: ask whoever made it, or have them give you a copy',
);

function unreadable(code = ''): string {
  return said(
    `il file non si lascia leggere fino in fondo (${code}): controlla il disco o la rete, poi ripeti`,
    `the file cannot be read to its end (${code}): check the disk or the network, then repeat`,
  );
}

/** Of bytes that are no text and of no kind that is known. */
export const BINARY = said(
  'non è un file di testo né un foglio di calcolo: controlla di aver scelto il file giusto (un registro degli accessi, .csv, .xlsx, .ods, .json)',
  'it is neither text nor a spreadsheet: check that it is the right file (an access log, .csv, .xlsx, .ods, .json)',
);
export const BLANK_START = said(
  'comincia con soli spazi e righe vuote: esportalo o copialo di nuovo',
  'it begins with nothing but spaces and blank lines: export or copy it again',
);
export const BLANK_STRETCH = said(
  'per 4 milioni di caratteri ci sono solo spazi e righe vuote: non è un registro né una tabella. Esportalo di nuovo',
  'for 4 million characters there is nothing but spaces and blank lines: it is neither a log nor a table. Export it again',
);

/** A line, or a row of a table, that does not end where every other one has ended long since. */
export class LongLine extends BadFile {
  constructor(line?: number) {
    super(line === undefined ? LONG_LINE : longLine(line));
  }
}

const LONG_LINE = said(
  'una riga è più lunga di un milione di caratteri: non è un registro né una tabella, o è danneggiato. Esportalo di nuovo',
  'a line is longer than a million characters: it is neither a log nor a table, or is damaged. Export it again',
);

function longLine(line: number): string {
  return said(
    `la riga ${line} non finisce entro un milione di caratteri (virgolette aperte, o un file danneggiato): correggila o esporta di nuovo il file`,
    `line ${line} does not end within a million characters (open quotes, or a damaged file): mend it or export the file again`,
  );
}
