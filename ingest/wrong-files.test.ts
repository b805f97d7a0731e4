// SPDX-License-Identifier: AGPL-3.0-or-later
// Files that nobody should have given us: each is refused in a sentence, nothing of it is kept, and memory stays flat.
import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { deflateRawSync, gzipSync } from 'node:zlib';
import { beforeAll, describe, expect, test, vi } from 'vitest';
import { environmentOf, rawQuery, testDatabase } from '../scripts/test-database.ts';
import { zipOf } from '../scripts/test-zip.ts';
import type { Database } from '../sql/client.ts';
import { projectRoot } from '../sql/engine/engine.ts';

const folder = mkdtempSync(join(tmpdir(), 'affluenza-wrong-'));
const command = join(projectRoot(), 'scripts', 'affluenza.mjs');
const TABLES = ['clicks', 'contacts', 'practices', 'load_days', 'activity'];
const MEGA = 1_048_576;
/** A command that takes in a log of 1 GB needs 223 (docs/benchmarks.md). */
const MOST_MEGABYTES = 500;

/** Two GB are looked at. */
vi.setConfig({ testTimeout: 120_000 });

let database: Database;
beforeAll(async () => {
  database = await testDatabase();
});

const put = (name: string, content: string | Buffer) => {
  writeFileSync(join(folder, name), content);
  return name;
};

/** Takes in files; returns one sentence for each, without its name, and the most memory that was held. */
function ingest(files: string[], env: NodeJS.ProcessEnv = {}) {
  put(
    'peak.mjs',
    `import { existsSync, readFileSync, writeFileSync } from 'node:fs';
     const peak = () => existsSync('/proc/self/status')
       ? /VmHWM:\\s+(\\d+)/.exec(readFileSync('/proc/self/status', 'utf8'))[1] : process.resourceUsage().maxRSS;
     process.on('exit', () => writeFileSync(${JSON.stringify(join(folder, 'peak'))}, String(peak())));`,
  );
  const { status, stderr, stdout } = spawnSync(process.execPath, [command, 'ingest', ...files], {
    env: {
      ...environmentOf(database, folder),
      INIT_CWD: folder,
      NODE_OPTIONS: `--import=${join(folder, 'peak.mjs')}`,
      ...env,
    },
    encoding: 'utf8',
  });
  const sentences = stderr
    .trim()
    .split('\n')
    .filter((line) => !/: \d+ %, /.test(line))
    .map((line) => line.replace(/^[^:]+: /, ''));
  const megabytes = Number(readFileSync(join(folder, 'peak'), 'utf8')) / 1024;
  return { status, stdout, sentences, megabytes };
}

async function rowsKept(): Promise<number> {
  const all = TABLES.map((table) => `(select count() from ${table})`).join(' + ');
  return Number(await rawQuery(database, `select ${all} format TSV`));
}

/** Refused with 1, each in one sentence that matches, nothing kept, memory flat. */
async function expectRefused(files: Record<string, RegExp>, env: NodeJS.ProcessEnv = {}) {
  const { status, stdout, sentences, megabytes } = ingest(Object.keys(files), env);
  expect(sentences).toEqual(Object.values(files).map((pattern) => expect.stringMatching(pattern)));
  expect({ status, stdout, rows: await rowsKept() }).toEqual({ status: 1, stdout: '', rows: 0 });
  expect(megabytes).toBeLessThan(MOST_MEGABYTES);
  expect(megabytes).toBeGreaterThan(20);
}

const line = (i: number) => {
  const time = `10/Mar/2020:09:${String(Math.floor(i / 60) % 60).padStart(2, '0')}:${String(i % 60).padStart(2, '0')}`;
  return `192.0.2.${i % 250} - - [${time} +0100] "GET /p/${i} HTTP/1.1" 200 100 "-" "Mozilla/5.0 (X11; Linux x86_64)"\n`;
};
const log = Array.from({ length: 2000 }, (_, i) => line(i)).join('');
const counts = `day,channel,count\n${Array.from({ length: 28 }, (_, i) => `2020-03-${String(i + 1).padStart(2, '0')},chat,1\n`).join('')}`;

describe('a file of another kind', () => {
  const status = '{"connections":{"accepted":7,"active":1},"server":{"requests":{"total":9}}}\n';

  test('says what it is and what to do', async () => {
    put('a.png', Buffer.concat([Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'), Buffer.alloc(9000, 7)]));
    put('a.pdf', '%PDF-1.4\n1 0 obj\n<< /Type /Catalog /Pages 2 0 R >>\nendobj\n');
    put('a.html', '<!DOCTYPE html>\n<html><title>Accesso</title></html>\n');
    put('a.7z', Buffer.from('7z\xbc\xaf\x27\x1c', 'latin1'));
    put('a.bin', Buffer.from(Array.from({ length: 5000 }, (_, i) => (i * 37) % 256)));
    put('a.json', status);
    put('a.txt', 'Active connections: 291 \nserver accepts handled requests\n 16630948 16630948 31070465 \n');
    put('empty', '');
    put('blank', '\n'.repeat(5000));
    put('b.gz', gzipSync(''));
    symlinkSync('nowhere', join(folder, 'dangling'));
    spawnSync('mkfifo', [join(folder, 'pipe')]);
    await expectRefused({
      'a.png': /^è un'immagine: serve il registro o la tabella/,
      'a.pdf': /^è un PDF: serve/,
      'a.html': /^è una pagina web: serve/,
      'a.7z': /^è un archivio compresso: estrai/,
      'a.bin': /^non è un file di testo né un foglio di calcolo: controlla/,
      'a.json': /^è un file JSON, ma non .* Cerca la stessa esportazione in CSV\.$/,
      'a.txt': /^non si capisce che file sia: comincia con .* Controlla/,
      empty: /^il file è vuoto: esportalo/,
      blank: /^comincia con soli spazi e righe vuote: esportalo/,
      'b.gz': /^comincia con soli spazi e righe vuote: esportalo/,
      dangling: /^il file non esiste: controlla il nome e la cartella$/,
      pipe: /^non è un file ma un dispositivo o una pipe: salva/,
      '/dev/zero': /^non è un file ma un dispositivo o una pipe: salva/,
    });
  });

  test('says so in English too', async () => {
    await expectRefused(
      {
        'a.png': /^it is a picture: what is needed is the log or the table/,
        'a.json': /^it is a JSON file, but neither .* Look for the same export as CSV\.$/,
        empty: /^the file is empty: export or copy it again$/,
      },
      { AFFLUENZA_LANG: 'en' },
    );
  });

  test('of which the folder has none', async () => {
    mkdirSync(join(folder, 'nothing'));
    await expectRefused({ nothing: /^non c'è nessun file: controlla/ });
  });

  // Whoever may read everything cannot be refused.
  test.skipIf(process.getuid?.() === 0)('or that may not be read', async () => {
    chmodSync(join(folder, put('secret.csv', counts)), 0);
    await expectRefused({ 'secret.csv': /^non hai il permesso di leggere il file: chiedilo/ });
  });
});

describe('a file that is damaged or has no end', () => {
  test('is refused where that begins', async () => {
    const packed = gzipSync(log);
    put('cut.log.gz', packed.subarray(0, packed.length / 2));
    put('line.log', log);
    put('line.csv', `${counts}\n`);
    for (const name of ['line.log', 'line.csv']) truncateSync(join(folder, name), 2048 * MEGA);
    const manyX = gzipSync('x'.repeat(32 * MEGA));
    put('line.csv.gz', Buffer.concat([gzipSync(counts.repeat(200)), ...Array(64).fill(manyX)]));
    const rows = gzipSync('2020-01-01,chat,1\n'.repeat(500_000));
    put('quote.csv.gz', Buffer.concat([gzipSync(`${counts.repeat(200)}"`), ...Array(20).fill(rows)]));
    await expectRefused({
      'cut.log.gz': /^il file compresso è danneggiato o finisce a metà: copialo/,
      'line.log': /^la riga 2001 non finisce entro un milione di caratteri .* esporta di nuovo/,
      'line.csv': /^non è un file di testo né un foglio di calcolo: controlla/,
      'line.csv.gz': /^la riga 5801 non finisce entro un milione di caratteri/,
      'quote.csv.gz': /^la riga 5801 non finisce entro un milione di caratteri \(virgolette aperte/,
    });
  });
});

describe('a bomb', () => {
  test('of zeros or blank lines, packed as gzip', async () => {
    const zeros = gzipSync(Buffer.alloc(64 * MEGA), { level: 9 });
    put('zeros.gz', Buffer.concat(Array(160).fill(zeros)));
    const blank = gzipSync(Buffer.alloc(64 * MEGA, '\n'), { level: 9 });
    put('blank.log.gz', Buffer.concat([gzipSync(log), ...Array(160).fill(blank)]));
    put('blank.csv.gz', Buffer.concat([gzipSync(counts.repeat(200)), ...Array(160).fill(blank)]));
    await expectRefused({
      'zeros.gz': /^non è un file di testo/,
      'blank.log.gz': /^per 4 milioni di caratteri ci sono solo spazi e righe vuote: .* Esportalo di nuovo$/,
      'blank.csv.gz': /^per 4 milioni di caratteri ci sono solo spazi e righe vuote/,
    });
  });

  test('of a few bytes, packed as bzip2', async () => {
    const packedCounts = Buffer.from(
      'QlpoOTFBWSZTWWTP78wAAOPZgAAQAAZ/4C5FhiAgAIgZSMh/qkxGhoCKnoqNNA0G1NMSSbgk39lrsT3pW1gAAAAAPNGJNwYOuqLsYBcKBsC8ruxKqqoF2BYBLuIskkkkkkkm6L90FdM7ouZni6oF4x/F3JFOFCQZM/vzAA==',
      'base64',
    );
    // `head -c 9000000 /dev/zero | tr '\0' '\n' | bzip2 -9 | base64`; bzip2 opens several such files in a row.
    const blank = Buffer.from(
      'QlpoOTFBWSZTWenOfIkARO9gAIAQABAACCAAMMwJqmmghSragQpV4u5IpwoSHTnPkSA=',
      'base64',
    );
    put('blank.csv.bz2', Buffer.concat([packedCounts, ...Array(500).fill(blank)]));
    await expectRefused({ 'blank.csv.bz2': /^per 4 milioni di caratteri ci sono solo spazi e righe vuote/ });
  });

  test('of a few bytes, packed as zstd', async () => {
    put('blank.zst', zstdOf('\n', 10_240));
    put('x.zst', zstdOf('x', 10_240));
    put('wide.zst', Buffer.from([0x28, 0xb5, 0x2f, 0xfd, 0x00, (31 - 10) << 3, 1, 0, 0]));
    put('long.csv.zst', Buffer.concat([plainZstdOf(counts), zstdOf('x', 10_240)]));
    await expectRefused({
      'blank.zst': /^comincia con soli spazi e righe vuote/,
      'x.zst': /^non si capisce che file sia/,
      'wide.zst': /^il file compresso chiede più di 128 MB di memoria per aprirsi: aprilo con «zstd/,
      'long.csv.zst': /^la riga 30 non finisce entro un milione di caratteri/,
    });
  });

  test('of one and the same line, many times', async () => {
    put('same.log.zst', Buffer.concat(Array(150).fill(hundredLines)));
    await expectRefused({
      'same.log.zst': /^il file compresso diventa più di mille volte più grande: .* aprilo prima/,
    });
  });

  test('in a spreadsheet, or a spreadsheet that says it is as large as can be', async () => {
    const blanks = Buffer.alloc(600 * MEGA, ' ');
    const large = deflateRawSync(blanks);
    put('large.xlsx', zipOf([['xl/workbook.xml', large, blanks.length]]));
    put('lies.xlsx', zipOf([['xl/workbook.xml', large, 1000]]));
    put(
      'large.ods',
      zipOf([
        ['mimetype', odsKind, 46],
        ['content.xml', large, blanks.length],
      ]),
    );
    put(
      'lies.ods',
      zipOf([
        ['mimetype', odsKind, 46],
        ['content.xml', large, 1000],
      ]),
    );
    const inner = zipOf([['large.csv', large, blanks.length]]);
    put('nested.zip', zipOf([['inner.zip', deflateRawSync(inner), inner.length]]));
    const tooLarge = /^il foglio di calcolo è troppo grande .*: salvalo come CSV e carica quello$/;
    await expectRefused({
      'large.xlsx': tooLarge,
      'lies.xlsx': tooLarge,
      'large.ods': tooLarge,
      'lies.ods': tooLarge,
      'nested.zip':
        /^è un archivio compresso o un altro documento, .*: estrai i file che contiene e caricali$/,
    });
  });
});

test('a log that only packs well is none of these', () => {
  const long = `${line(1).slice(0, -2)}${'x'.repeat(60_000)}"\n`;
  const packed = Array(20).fill(gzipSync(`${long.repeat(270)}${log}`, { level: 9 }));
  put('well.log.gz', Buffer.concat(packed));
  expect(ingest(['well.log.gz'])).toMatchObject({ status: 0, sentences: [''] });
});

const odsKind = deflateRawSync(Buffer.from('application/vnd.oasis.opendocument.spreadsheet'));
const ZSTD = [0x28, 0xb5, 0x2f, 0xfd, 0, (17 - 10) << 3];

/** A frame in which each four bytes say: this character, 131,072 times. */
function zstdOf(character: string, megabytes: number): Buffer {
  const block = (last: number) => [((1 << 1) | last) & 0xff, 0, 0x10, character.charCodeAt(0)];
  const blocks = Buffer.from(block(0));
  const count = megabytes * 8 - 1;
  return Buffer.concat([Buffer.from(ZSTD), Buffer.alloc(4 * count, blocks), Buffer.from(block(1))]);
}

/** A frame that holds a text as it is. */
function plainZstdOf(text: string): Buffer {
  const head = Buffer.alloc(3);
  head.writeUIntLE((text.length << 3) | 1, 0, 3);
  return Buffer.concat([Buffer.from(ZSTD), head, Buffer.from(text)]);
}

/** A hundred times the line 1 with twenty thousand x in its user agent, packed by `zstd --ultra -22 --zstd=wlog=20`. */
const hundredLines = Buffer.from(
  [
    'KLUv/QRQbAMAUoYVGGBZBzwAFfu5iLYl8RCQ2jJdxlM2xAYuAYB6QnFUB+LZ67Lr8bIrBT40ooVh16dBaiV0/Uvrwo',
    '3RnI43btGTadTUvx+8V5Irl5eRs6D4nQgvlPBQJhsFAHCxkA7LcTkc3P60A94UYAU4L1wAAAACACTaIAfrwgMgXAAA',
    'AAIASbQgh9hlB0BcAAAAAgD73CCHf8EDIFwAAAACACC3IAdtZAdAXAAAAAIA0t8gBxTAAyBcAAAAAgD3uSCHAWMHQF',
    'wAAAACAKniIIeo7gEQXAAAAAIAzrwgB5ZhB0BcAAAAAgCA5SAHPe0BEFwAAAACAKW/IIcqYAdAXAAAAAIAV+ggh9Hr',
    'ARBcAAAAAgB8wiAHv84DIFwAAAACAC7rIAdm6gEQXAAAAAIAU8Ugh1PNAyBdAAAAAgAZHaBDffQACNLHtN0=',
  ].join(''),
  'base64',
);
