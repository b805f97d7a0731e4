// SPDX-License-Identifier: AGPL-3.0-or-later
// Reads the records of a JSON file one by one, so that memory stays flat whatever its size.
import { Tokenizer, TokenParser, TokenType } from '@streamparser/json';
import { said } from './language.ts';
import { type Layout, type Numbered, readText } from './read.ts';
import { BadFile, type Found } from './source.ts';

const DEEPEST = 200;
/** From one record to the end of the next it is no further than this: what is longer would fill the memory. */
const LONGEST_WAY = 16 * 1024 * 1024;

/** The values at `paths`, in batches, with the line each begins on. @throws BadFile when it is not whole, valid JSON. */
export async function* readJson(
  file: string,
  layout: Layout,
  paths: readonly string[],
  onBytes: (bytes: number) => void,
): AsyncGenerator<Numbered<Found>[]> {
  const reader = new JsonReader(paths);
  for await (const text of readText(file, layout, onBytes)) yield reader.write(text);
  yield reader.end();
}

class JsonReader {
  readonly #tokenizer = new Tokenizer();
  readonly #parser: TokenParser;
  #found: Numbered<Found>[] = [];
  readonly #lines = new LineCounter();
  /** The line on which each object or list that is open begins. */
  readonly #begins: number[] = [];
  /** Where the last token begins, and the last record ended. */
  #offset = 0;
  #recordEnd = 0;
  #rest = '';

  constructor(paths: readonly string[]) {
    this.#parser = new TokenParser({ paths: [...paths], keepStack: false });
    this.#parser.onValue = ({ value, key, stack }) => {
      const path = [...stack.slice(1).map((above) => above.key ?? ''), key ?? ''];
      const begin = typeof value === 'object' && value !== null ? this.#begins.at(-1) : undefined;
      this.#recordEnd = this.#offset;
      this.#found.push({ line: begin ?? this.#lines.at(this.#offset), record: { path, value } });
    };
    this.#tokenizer.onToken = (info) => {
      this.#offset = info.offset;
      const { token } = info;
      if (token === TokenType.LEFT_BRACE || token === TokenType.LEFT_BRACKET)
        this.#begins.push(this.#lines.at(info.offset));
      this.#parser.write(info);
      if (token === TokenType.RIGHT_BRACE || token === TokenType.RIGHT_BRACKET) this.#begins.pop();
      if (this.#begins.length > DEEPEST)
        throw this.#bad(`ci sono più di ${DEEPEST} livelli`, `there are more than ${DEEPEST} levels`);
    };
  }

  /** The values that end in this piece of the file. */
  write(text: string): Numbered<Found>[] {
    const whole = this.#rest + text;
    const end = escapeAtEnd(whole);
    this.#rest = whole.slice(end);
    return this.#parse(Buffer.from(mendEscapes(whole.slice(0, end))));
  }

  end(): Numbered<Found>[] {
    const last = this.#parse(Buffer.from(mendEscapes(this.#rest)));
    if (this.#parser.isEnded) return last;
    throw this.#bad(
      "il file finisce a metà, perché l'esportazione o la copia si è interrotta",
      'the file ends in the middle, because the export or the copy broke off',
    );
  }

  #parse(bytes: Buffer): Numbered<Found>[] {
    this.#lines.add(bytes);
    try {
      this.#tokenizer.write(bytes);
    } catch (error) {
      if (error instanceof BadFile) throw error;
      // The parser's own message quotes what it met, which may be what somebody wrote in private.
      const place = /absolute position "(\d+)"/.exec((error as Error).message)?.[1];
      if (place !== undefined) this.#offset = Number(place);
      throw this.#bad('non è JSON valido', 'it is no valid JSON');
    }
    if (this.#lines.end + this.#rest.length - this.#recordEnd > LONGEST_WAY)
      throw this.#bad(
        'per 16 milioni di caratteri non finisce nessun elemento da leggere',
        'for 16 million characters no element ends that could be read',
      );
    const found = this.#found;
    this.#found = [];
    return found;
  }

  #bad(italian: string, english: string): BadFile {
    const line = this.#lines.at(this.#offset);
    return new BadFile(
      said(
        `${italian}, alla riga ${line}: rifai l'esportazione da capo`,
        `${english}, at line ${line}: export it again from the start`,
      ),
    );
  }
}

/** Finds the line of an offset in the piece that was added last; offsets are asked for in order. */
class LineCounter {
  #bytes: Buffer = Buffer.alloc(0);
  #line = 1;
  /** As far as lines were counted, from the beginning of the piece. */
  #counted = 0;
  #begin = 0;
  end = 0;

  add(bytes: Buffer): void {
    this.at(this.end);
    this.#bytes = bytes;
    this.#counted = 0;
    this.#begin = this.end;
    this.end += bytes.length;
  }

  at(offset: number): number {
    const until = offset - this.#begin;
    for (;;) {
      const end = this.#bytes.indexOf(10, this.#counted);
      if (end < 0 || end >= until) return this.#line;
      this.#counted = end + 1;
      this.#line += 1;
    }
  }
}

/** Where an escape that may go on in the next piece begins; without one, the end. */
function escapeAtEnd(text: string): number {
  const tail = /x[0-9a-f]?$/i.exec(text.slice(-2))?.[0] ?? '';
  let at = text.length - tail.length;
  const end = at;
  while (text[at - 1] === '\\') at -= 1;
  return at === end ? text.length : at;
}

/** Telegram Desktop writes control characters as `\x1b`, which JSON does not know: it is `\u001b`. */
function mendEscapes(text: string): string {
  if (!text.includes('\\x')) return text;
  return text.replace(/\\(?:x([0-9a-f]{2})|[\s\S])/gi, (all, hex) => (hex ? `\\u00${hex}` : all));
}
