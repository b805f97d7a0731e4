// SPDX-License-Identifier: AGPL-3.0-or-later
// Statements as RDF/XML.
import { DECLARATION, escaped, tag } from '../xml.ts';
import { type Name, PREFIXES, type Thing, type Value } from './statements.ts';

/** The things, an element each. */
export function rdfXml(things: readonly Thing[]): string {
  const namespaces = Object.entries(PREFIXES).map(([name, iri]) => [`xmlns:${name}`, iri]);
  return `${DECLARATION}${tag('rdf:RDF', Object.fromEntries(namespaces), ...things.map(element))}\n`;
}

function element({ iri, kinds, said }: Thing): string {
  const types = kinds.map((kind) => tag('rdf:type', { 'rdf:resource': whole(kind) }));
  const properties = said.map(([name, value]) => property(name, value));
  return `\n${tag('rdf:Description', { 'rdf:about': iri }, ...types, ...properties)}`;
}

function property(name: Name, value: Value): string {
  if ('iri' in value) return tag(name, { 'rdf:resource': value.iri });
  if ('day' in value) return tag(name, { 'rdf:datatype': whole('xsd:date') }, value.day);
  if ('italian' in value) return tag(name, { 'xml:lang': 'it' }, escaped(value.italian));
  return tag(name, {}, escaped(value.plain));
}

/** The address that a name such as `xsd:date` stands for. */
function whole(name: Name): string {
  const [prefix, rest] = name.split(':') as [keyof typeof PREFIXES, string];
  return PREFIXES[prefix] + rest;
}
