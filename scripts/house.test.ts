// SPDX-License-Identifier: AGPL-3.0-or-later
// The rules of the house: who may import whom, that lists match folders, what every file begins with.
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { METRICS } from '../api/metrics.ts';
import { SOURCES } from '../ingest/sources.ts';
import { projectRoot } from '../sql/engine/engine.ts';

const root = projectRoot();
/** From the ground up: each may import itself and what stands before it. */
const FLOORS = ['sql', 'ingest', 'api', 'dashboard'];

function filesBelow(folder: string, ending: RegExp): string[] {
  return readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((file) => ending.test(file) && !file.includes('node_modules'))
    .map((file) => join(folder, file))
    .sort();
}

interface Import {
  from: string;
  to: string;
  typeOnly: boolean;
}

/** Static imports, re-exports and dynamic imports of a file, those of our own files as paths from the root. */
function importsOf(file: string): Import[] {
  const text = readFileSync(join(root, file), 'utf8');
  const statics = [...text.matchAll(/^\s*(?:import|export)\s+(type\s)?[^;'"]*?from\s+['"]([^'"]+)['"]/gm)];
  const bare = [...text.matchAll(/^\s*import\s+['"]([^'"]+)['"]/gm)].map(
    ([all, to]) => [all, undefined, to] as const,
  );
  const dynamic = [...text.matchAll(/\bimport\(\s*['"]([^'"]+)['"]/g)].map(
    ([all, to]) => [all, undefined, to] as const,
  );
  return [...statics, ...bare, ...dynamic]
    .map(([, type, to = '']) => ({ from: file, to, typeOnly: type !== undefined }))
    .filter(({ to }) => to.startsWith('.'))
    .map((found) => ({ ...found, to: relative(root, resolve(root, dirname(file), found.to)) }));
}

const floorOf = (file: string) => FLOORS.indexOf(file.split('/')[0] ?? '');
const code = FLOORS.flatMap((floor) => filesBelow(floor, /\.(tsx?|mjs)$/)).filter(
  (file) => !file.includes('.test.'),
);

function isForbidden({ from, to, typeOnly }: Import): boolean {
  if (floorOf(to) < 0) return true;
  if (floorOf(to) > floorOf(from)) return true;
  const isDashboard = from.startsWith('dashboard/') && !to.startsWith('dashboard/');
  return isDashboard && to !== 'sql/vocabulary.ts' && !(typeOnly && to.startsWith('api/'));
}

describe('imports', () => {
  test('go down only; the dashboard takes types of the API and the vocabulary', () => {
    expect(code.flatMap(importsOf).filter(isForbidden)).toEqual([]);
  });

  test('the rule notices each kind of import', () => {
    const wrong = (from: string, to: string, typeOnly = false) => isForbidden({ from, to, typeOnly });
    expect(wrong('sql/client.ts', 'ingest/load.ts')).toBe(true);
    expect(wrong('dashboard/app.tsx', 'api/app.ts')).toBe(true);
    expect(wrong('dashboard/app.tsx', 'api/schemas.ts', true)).toBe(false);
    expect(wrong('dashboard/app.tsx', 'sql/settings.ts', true)).toBe(true);
    expect(wrong('api/app.ts', 'scripts/build.mjs')).toBe(true);
  });

  test('the statistics import nothing of ours but each other', () => {
    const statistics = code.filter((file) => file.startsWith('api/compare/statistics/')).flatMap(importsOf);
    expect(statistics.filter(({ to }) => !to.startsWith('api/compare/statistics/'))).toEqual([]);
  });

  test('a route is declared with its role: nothing else takes createRoute from the library', () => {
    const direct = /import \{[^}]*\bcreateRoute\b[^}]*\} from '@hono\/zod-openapi'/;
    const found = code.filter((file) => direct.test(readFileSync(join(root, file), 'utf8')));
    expect(found).toEqual(['api/routes/create-route.ts']);
  });

  test('only sql/client.ts knows the client of ClickHouse, only sql/engine the library', () => {
    const users = (name: string) =>
      code.filter((file) => readFileSync(join(root, file), 'utf8').includes(`from '${name}'`));
    expect(users('@clickhouse/client')).toEqual(['sql/client.ts']);
    expect(users('ffi-rs')).toEqual(['sql/engine/child.mjs']);
  });
});

describe('lists match folders', () => {
  const names = (folder: string, ending: string) =>
    readdirSync(join(root, folder))
      .filter((file) => file.endsWith(ending))
      .map((file) => file.slice(0, -ending.length))
      .sort();

  test('metrics', () => {
    const listed = METRICS.map(({ name }) => name).sort();
    expect(names('sql/metrics', '.sql')).toEqual(listed);
    expect(names('fixtures/expected', '.json')).toEqual(listed);
  });

  test('sources', () => {
    const listed = SOURCES.map(({ name }) => name).sort();
    expect(readdirSync(join(root, 'fixtures', 'sources')).sort()).toEqual(listed);
    for (const name of listed)
      expect(readFileSync(join(root, 'ingest', 'sources.ts'), 'utf8')).toContain(`/${name}.ts'`);
  });

  test('migrations are numbered without a gap and hold one statement each', () => {
    const files = filesBelow('sql/migrations', /\.sql$/);
    expect(files.map((file) => Number(file.split('/').pop()?.slice(0, 3)))).toEqual(
      files.map((_, i) => i + 1),
    );
    for (const file of files) expect(readFileSync(join(root, file), 'utf8')).not.toMatch(/;\s*$/m);
  });
});

describe('every file', () => {
  test('of code says its licence first', () => {
    const scripts = filesBelow('scripts', /\.(ts|mjs)$/);
    const unlicensed = [...code, ...scripts].filter((file) => {
      const [first = '', second = ''] = readFileSync(join(root, file), 'utf8').split('\n');
      return ![first, second].includes('// SPDX-License-Identifier: AGPL-3.0-or-later');
    });
    expect(unlicensed).toEqual([]);
  });

  test('of SQL says its question or purpose first', () => {
    for (const file of filesBelow('sql', /\.sql$/))
      expect(readFileSync(join(root, file), 'utf8')).toMatch(/^-- [A-Z]/);
  });

  test('has a name that says what it is', () => {
    const vague = /(^|\/)((utils?|types?|helpers?|shared|misc)(\/|\.)|common\/)/;
    expect(code.filter((file) => vague.test(file))).toEqual([]);
  });
});
