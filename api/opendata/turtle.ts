// SPDX-License-Identifier: AGPL-3.0-or-later
// Statements as Turtle.
import { PREFIXES, type Thing, type Value } from './statements.ts';

/** The things, a paragraph each. */
export function turtle(things: readonly Thing[]): string {
  const prefixes = Object.entries(PREFIXES).map(([name, iri]) => `@prefix ${name}: <${iri}> .`);
  return `${prefixes.join('\n')}\n\n${things.map(paragraph).join('\n\n')}\n`;
}

function paragraph({ iri, kinds, said }: Thing): string {
  const lines = [`a ${kinds.join(', ')}`, ...said.map(([name, value]) => `${name} ${written(value)}`)];
  return `${address(iri)}\n  ${lines.join(' ;\n  ')} .`;
}

function written(value: Value): string {
  if ('iri' in value) return address(value.iri);
  if ('day' in value) return `"${value.day}"^^xsd:date`;
  return 'italian' in value ? `${quoted(value.italian)}@it` : quoted(value.plain);
}

const address = (iri: string) => `<${iri.replace(/[<>"{}|^`\\\s]/g, encodeURIComponent)}>`;

const ESCAPES: Record<string, string> = { '\\': '\\\\', '"': '\\"', '\n': '\\n', '\r': '\\r' };

const quoted = (words: string) => `"${words.replace(/[\\"\n\r]/g, (found) => ESCAPES[found] ?? found)}"`;
