// SPDX-License-Identifier: AGPL-3.0-or-later
// The doors that figures leave by, for who only reads: which are shut, which tell totals of channels only, and that neither
// an order nor what somebody else was answered tells more.
import { beforeAll, expect, test } from 'vitest';
import { loadDemonstration } from '../../ingest/demonstration.ts';
import { type ClosedTown, closedTown } from '../../scripts/test-visitor.ts';
import { addKey } from '../access/keys.ts';
import { FORMATS } from '../export/formats.ts';
import { TABLES } from '../export/tables.ts';
import type { Breakdown } from '../schemas/breakdown.ts';
import type { Practices } from '../schemas/practices.ts';

let town: ClosedTown;
const keys = new Map<string, string>();

beforeAll(async () => {
  town = await closedTown({ openData: true });
  await loadDemonstration(town.database, { ...town.office, secret: 'test' });
  await town.account('anna', 'admin');
  for (const role of ['reader', 'analyst'] as const)
    keys.set(role, await addKey(town.database, { label: role, role, expiresAt: town.clock.now + 1_000_000 }));
}, 120_000);

const as = (role: string, path: string, headers: Record<string, string> = {}) =>
  town.visitor().ask(path, { headers: { ...headers, Authorization: `Bearer ${keys.get(role)}` } });

test('no table leaves in any format', async () => {
  const files = TABLES.flatMap(({ name }) => FORMATS.map((format) => `${name}.${format.name}`));
  const statuses = await Promise.all(
    files.map(async (file) => (await as('reader', `/api/v1/tables/${file}?channel=chat&by=topic`)).status),
  );
  expect(new Set(statuses)).toEqual(new Set([403]));
});

test('charts, and open data but those by kind of practice, tell of channels, not of what their contacts are made of', async () => {
  const { kinds, topics } = (await (await as('analyst', '/api/v1/practices')).json()) as Practices;
  const words = [...kinds, ...topics].filter(({ kind }) => kind === 'value').map(({ value }) => value);
  expect(words.length).toBeGreaterThan(10);
  const paths = [
    '/opendata/attivita-giornaliera.csv',
    '/opendata/copertura-mensile.csv',
    ...['series.svg?channel=practice', 'comparison.svg', 'share.svg'].map(
      (chart) => `/api/v1/charts/${chart}`,
    ),
  ];
  for (const path of paths) {
    const answer = await as('reader', path);
    expect([path, answer.status]).toEqual([path, 200]);
    const text = (await answer.text()).toLowerCase();
    expect(words.filter((word) => new RegExp(`[>,;"]${word.toLowerCase()}[<,;"]`).test(text))).toEqual([]);
  }
});

/** What can be seen of a cell. */
const shown = (cell: Breakdown['rows'][number]['before']): number => ('count' in cell ? cell.count : -1);

test('the order of the rows follows from what is shown of them', async () => {
  let hidden = 0;
  for (const [channel, by] of [
    ['practice', 'kind'],
    ['practice', 'topic'],
    ['chat', 'topic'],
    ['social', 'topic'],
  ]) {
    const { rows } = (await (
      await as('reader', `/api/v1/breakdown?channel=${channel}&by=${by}`)
    ).json()) as Breakdown;
    const values = rows.filter(({ kind }) => kind === 'value');
    hidden += values.filter(({ during }) => 'suppressed' in during).length;
    const inOrder = [...values].sort(
      (a, b) =>
        shown(b.during) - shown(a.during) ||
        shown(b.before) - shown(a.before) ||
        a.value.localeCompare(b.value, 'it'),
    );
    expect(values.map(({ value }) => value)).toEqual(inOrder.map(({ value }) => value));
  }
  expect(hidden).toBeGreaterThan(0);
});

test('what an analyst was answered is not what a reader is answered next, nor kept for others', async () => {
  const path = '/api/v1/practices?before=2020-01-01..2020-02-20';
  const first = await as('analyst', path);
  const tag = first.headers.get('ETag');
  const told = (await first.json()) as Practices;
  expect(told.kinds.some(({ before }) => 'count' in before && before.count > 0)).toBe(true);
  const next = await as('reader', path, tag ? { 'If-None-Match': tag } : {});
  expect(next.status).toBe(200);
  expect(next.headers.get('Cache-Control')).toMatch(/private|no-store/);
  const { kinds, before } = (await next.json()) as Practices;
  expect(kinds.every((row) => 'suppressed' in row.before)).toBe(true);
  expect([before.total, before.closing]).toEqual([null, null]);
});
