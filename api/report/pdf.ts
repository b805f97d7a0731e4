// SPDX-License-Identifier: AGPL-3.0-or-later
// The report as a PDF that people with a screen reader can use (PDF/UA-1), set by Typst. What it says is data, never source.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler';
import { projectRoot } from '../../sql/engine/engine.ts';
import type { Block, Document } from './blocks.ts';

/** The PDF cannot be made here: the message says why. */
export class NoPdf extends Error {}

const folder = join(projectRoot(), 'api', 'report');
let known: Promise<NodeCompiler> | undefined;

/** The bytes of the PDF; the same document gives the same bytes. @throws NoPdf when Typst refuses it or is not there. */
export async function pdfOf(document: Document): Promise<Buffer> {
  known ??= startCompiler();
  const compiler = await known;
  const file = (name: string, content: string) =>
    compiler.mapShadow(join(folder, name), Buffer.from(content));
  for (const { name, svg } of figuresIn(document)) file(`figures/${name}.svg`, svg);
  file('document.json', JSON.stringify(document, withoutPictures));
  const result = compiler.compile({ mainFilePath: join(folder, 'report.typ') });
  const compiled = result.result;
  if (compiled === null) throw new NoPdf(JSON.stringify(result.takeError()?.shortDiagnostics));
  const bytes = compiler.pdf(compiled, { pdfStandard: 'ua-1' });
  compiler.resetShadow();
  compiler.evictCache(10);
  return bytes;
}

async function startCompiler(): Promise<NodeCompiler> {
  try {
    const { NodeCompiler } = await import('@myriaddreamin/typst-ts-node-compiler');
    const fontBlobs = ['400', '600'].map((weight) =>
      readFileSync(join(folder, 'font', `titillium-web-${weight}.ttf`)),
    );
    return NodeCompiler.create({ workspace: folder, fontArgs: [{ fontBlobs }] });
  } catch (error) {
    known = undefined;
    throw new NoPdf(`Typst non si avvia su questa macchina: ${(error as Error).message}`);
  }
}

function figuresIn({ sheets }: Document) {
  return sheets.flat().filter((block): block is Block & { kind: 'figure' } => block.kind === 'figure');
}

const withoutPictures = (key: string, value: unknown) => (key === 'svg' ? undefined : value);
