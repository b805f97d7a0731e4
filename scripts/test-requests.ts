// SPDX-License-Identifier: AGPL-3.0-or-later
// Requests made at random from the OpenAPI document of the API, which is made from its zod schemas: right ones, nearly
// right ones, and hostile ones.
import fc from 'fast-check';
import { anyBytes, anyHeaders, anyText, anyType, either, HOSTILE_BYTES, nearly } from './test-hostile.ts';

/** As much of JSON Schema as the document uses. */
export interface Schema {
  type?: string | readonly string[];
  enum?: readonly string[];
  format?: string;
  minimum?: number;
  maximum?: number;
  properties?: Record<string, Schema>;
  required?: readonly string[];
}

/** What a route takes, as the document says. */
export interface Operation {
  /** As the document calls it: `get /api/v1/notes`. */
  name: string;
  method: string;
  path: string;
  query: readonly { name: string; required?: boolean; schema: Schema }[];
  body?: Schema | undefined;
}

/** The operations of a document. */
export function operationsOf(document: Document): Operation[] {
  return Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, { parameters = [], requestBody }]) => ({
      name: `${method} ${path}`,
      method,
      path,
      query: parameters.filter((parameter) => parameter.in === 'query'),
      body: schemaOf(document, requestBody?.content['application/json']?.schema),
    })),
  );
}

interface Document {
  paths: Record<string, Record<string, DocumentedRoute>>;
  components: { schemas: Record<string, Schema> };
}

interface DocumentedRoute {
  parameters?: { in: string; name: string; required?: boolean; schema: Schema }[];
  requestBody?: { content: Record<string, { schema: { $ref?: string } }> };
}

function schemaOf({ components }: Document, schema: { $ref?: string } | undefined): Schema | undefined {
  return schema?.$ref === undefined ? undefined : components.schemas[schema.$ref.split('/').at(-1)!];
}

export interface MadeRequest {
  route: string;
  method: string;
  path: string;
  headers: Record<string, string>;
  body: Buffer | null;
}

/** Values that a parameter, a field or a piece of the path may well have; undefined: what its schema says. */
export type Known = (operation: Operation, name: string) => fc.Arbitrary<string> | undefined;

/** Stands in an address for the id of something that was written down before. */
export const WRITTEN_ID = 'an-id-that-was-written';

/** Requests to any of these routes, to each as often as to the others, but less often for a report: it takes seconds. */
export function anyRequest(operations: readonly Operation[], known: Known): fc.Arbitrary<MadeRequest> {
  const weighed = operations.map((operation) => ({
    weight: operation.path.includes('/reports/') ? 1 : 3,
    arbitrary: requestTo(operation, known),
  }));
  return fc.oneof(...weighed);
}

/** Node refuses longer ones before they reach us, and hangs up. */
const LONGEST_ADDRESS = 12_000;

function requestTo(operation: Operation, known: Known): fc.Arbitrary<MadeRequest> {
  const { name, method, path } = operation;
  return fc
    .record({
      path: pathOf(path, (piece) => known(operation, piece)),
      query: queryOf(operation, known),
      body: method === 'post' ? bodyOf(operation, known) : fc.constant({ bytes: null, type: undefined }),
      headers: fc.oneof({ weight: 8, arbitrary: fc.constant({}) }, { weight: 1, arbitrary: anyHeaders }),
      method: fc.oneof(
        { weight: 30, arbitrary: fc.constant(method.toUpperCase()) },
        {
          weight: 1,
          arbitrary: fc.constantFrom('HEAD', 'OPTIONS', 'PUT', 'PATCH', 'DELETE', 'TRACE', 'PROPFIND'),
        },
      ),
    })
    .map(({ path, query, body: { bytes, type }, headers, method }) => ({
      route: name,
      method,
      path: (query === '' ? path : `${path}?${query}`).slice(0, LONGEST_ADDRESS),
      headers: { ...headers, ...(type && { 'Content-Type': type }) },
      body: bytes,
    }));
}

const encoded = (text: string) => encodeURIComponent(text.toWellFormed());
const inAddress = (text: fc.Arbitrary<string>) =>
  fc.oneof(
    { weight: 20, arbitrary: text.map(encoded) },
    { weight: 1, arbitrary: fc.constantFrom(...HOSTILE_BYTES) },
  );

function pathOf(
  path: string,
  known: (piece: string) => fc.Arbitrary<string> | undefined,
): fc.Arbitrary<string> {
  const pieces = path.split(/(\{\w+\})/).map((piece) => {
    const name = /^\{(\w+)\}$/.exec(piece)?.[1];
    return name === undefined ? fc.constant(piece) : inAddress(either(known(name) ?? fc.constant('x')));
  });
  return fc.tuple(...pieces).map((all) => all.join(''));
}

const ODD = ['lingua', 'ritorno', 'code', 'state', 'error', 'iss', '__proto__', 'a[b]', ''];

/** All that are required, some of the others, seldom one twice or one that there is not. */
function queryOf(operation: Operation, known: Known): fc.Arbitrary<string> {
  const values = operation.query.map(({ name, schema }) =>
    inAddress(either(known(operation, name) ?? textOf(schema))).map((value) => `${name}=${value}`),
  );
  const needed = values.filter((_, at) => operation.query[at]!.required);
  const others = values.filter((_, at) => !operation.query[at]!.required);
  const some = fc
    .subarray(others, { maxLength: Math.min(3, others.length) })
    .chain((chosen) => fc.tuple(...needed, ...chosen));
  const odd = fc.tuple(
    fc.constantFrom(...operation.query.map(({ name }) => name), ...ODD),
    inAddress(anyText),
  );
  const more = fc.oneof(
    { weight: 6, arbitrary: fc.constant([]) },
    { weight: 1, arbitrary: odd.map(([name, value]) => [`${encoded(name)}=${value}`]) },
  );
  return fc.tuple(some, more).map(([all, extra]) => [...all, ...extra].join('&'));
}

function textOf(schema: Schema): fc.Arbitrary<string> {
  if (schema.enum) return fc.constantFrom(...schema.enum);
  if (schema.type === 'integer')
    return fc.integer({ min: schema.minimum ?? 0, max: schema.maximum ?? 9 }).map(String);
  if (schema.type === 'boolean') return fc.constantFrom('true', 'false');
  return fc.string({ unit: 'grapheme', minLength: 1, maxLength: 30 });
}

interface Body {
  bytes: Buffer | null;
  type: string | undefined;
}

function bodyOf(operation: Operation, known: Known): fc.Arbitrary<Body> {
  const { body } = operation;
  const made = body ? jsonOf(operation, body, known) : formOf(operation, known);
  return fc.oneof(
    { weight: 5, arbitrary: made },
    { weight: 1, arbitrary: fc.tuple(made, anyType).map(([{ bytes }, type]) => ({ bytes, type })) },
    { weight: 1, arbitrary: fc.record({ bytes: anyBytes, type: anyType }) },
  );
}

function jsonOf(
  operation: Operation,
  { properties = {}, required = [] }: Schema,
  known: Known,
): fc.Arbitrary<Body> {
  const fields = Object.entries(properties).map(([name, schema]) => {
    const text = known(operation, name) ?? textOf(schema);
    const right: fc.Arbitrary<unknown> = schema.type === 'boolean' ? fc.boolean() : text;
    return [
      name,
      fc.oneof(
        { weight: 12, arbitrary: right },
        { weight: 1, arbitrary: nearly(text) },
        { weight: 2, arbitrary: anyText },
        { weight: 1, arbitrary: fc.jsonValue({ maxDepth: 3 }) },
      ),
    ] as const;
  });
  const whole = fc.record(Object.fromEntries(fields), { requiredKeys: [...required] });
  const broken = fc.record(Object.fromEntries(fields), { requiredKeys: [] });
  const json = fc.oneof({ weight: 5, arbitrary: whole }, { weight: 1, arbitrary: broken });
  return json.map((value) => ({ bytes: Buffer.from(JSON.stringify(value)), type: 'application/json' }));
}

/** The fields of all forms: the document does not know them. */
const FIELDS = ['nome', 'password', 'attuale', 'nuova', 'ripeti', 'lingua', 'ritorno'];

function formOf(operation: Operation, known: Known): fc.Arbitrary<Body> {
  const field = fc
    .constantFrom(...FIELDS)
    .chain((name) =>
      inAddress(either(known(operation, name) ?? fc.constant('x'))).map((value) => `${name}=${value}`),
    );
  return fc
    .array(field, { maxLength: 8 })
    .map((all) => ({ bytes: Buffer.from(all.join('&')), type: 'application/x-www-form-urlencoded' }));
}
