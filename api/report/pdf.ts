// SPDX-License-Identifier: AGPL-3.0-or-later
// The report as a PDF that people with a screen reader can use (PDF/UA-1), set by Typst. What it says is data, never source.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler';
import { projectRoot } from '../../sql/engine/engine.ts';
import type { Block, Document } from './blocks.ts';
import { charactersOf, showable } from './glyphs.ts';

/** The PDF cannot be made here: the message says why. */
export class NoPdf extends Error {}

const folder = join(projectRoot(), 'api', 'report');
const fonts = ['400', '600'].map((weight) => join(folder, 'font', `titillium-web-${weight}.ttf`));
let known: Promise<{ compiler: NodeCompiler; shown: ReadonlySet<number> }> | undefined;

/** The bytes of the PDF; the same document gives the same bytes. @throws NoPdf when Typst refuses it or is not there. */
export async function pdfOf(document: Document): Promise<Buffer> {
  known ??= startCompiler();
  const { compiler, shown } = await known;
  const file = (name: string, content: string) =>
    compiler.mapShadow(join(folder, name), Buffer.from(content));
  const sayable = (key: string, value: unknown) => {
    if (key === 'svg') return undefined;
    return typeof value === 'string' ? showable(value, shown) : value;
  };
  try {
    for (const { name, svg } of figuresIn(document)) file(`figures/${name}.svg`, showable(svg, shown));
    file('document.json', JSON.stringify(document, sayable));
    return compiled(compiler);
  } finally {
    compiler.resetShadow();
    compiler.evictCache(10);
  }
}

function compiled(compiler: NodeCompiler): Buffer {
  const result = compiler.compile({ mainFilePath: join(folder, 'report.typ') });
  if (result.result === null) throw new NoPdf(JSON.stringify(result.takeError()?.shortDiagnostics));
  return compiler.pdf(result.result, { pdfStandard: 'ua-1' });
}

async function startCompiler() {
  try {
    const { NodeCompiler } = await import('@myriaddreamin/typst-ts-node-compiler');
    const fontBlobs = fonts.map((file) => readFileSync(file));
    const compiler = NodeCompiler.create({ workspace: folder, fontArgs: [{ fontBlobs }] });
    return { compiler, shown: charactersOf(fontBlobs[0]!) };
  } catch (error) {
    known = undefined;
    throw new NoPdf(`Typst non si avvia su questa macchina: ${(error as Error).message}`);
  }
}

function figuresIn({ sheets }: Document) {
  return sheets.flat().filter((block): block is Block & { kind: 'figure' } => block.kind === 'figure');
}
