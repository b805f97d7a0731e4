// SPDX-License-Identifier: AGPL-3.0-or-later
// What happens to raw rows when their time is over, on the real engine; time passes by moving the day they were taken in.
import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeEach, describe, expect, test } from 'vitest';
import { rawQuery, testDatabase } from '../scripts/test-database.ts';
import { refresh } from '../sql/rollups.ts';
import { checkSettings } from '../sql/settings.ts';
import { listLoads } from './journal.ts';
import { type LoadOptions, loadFile, restoreLoad, revokeLoads } from './load.ts';
import { forgetExpired, sealedMonths } from './retention.ts';

const database = await testDatabase();
const settings = checkSettings({});
const folder = mkdtempSync(join(tmpdir(), 'affluenza-retention-'));
const options = { settings, secret: 'x', dataDirectory: folder };
afterAll(() => rmSync(folder, { recursive: true }));

const click = (day: string, month = 'Mar', address = '192.0.2.1') =>
  `${address} - - [${day}/${month}/2020:09:00:00 +0100] "GET /tari HTTP/1.1" 200 9 "-" "Mozilla/5.0 (X11; Linux)"\n`;
async function load(name: string, content: string, more: Partial<LoadOptions> = {}) {
  writeFileSync(join(folder, name), content);
  return loadFile(database, join(folder, name), { ...options, ...more });
}
/** As if so many months had gone by since everything real was taken in. */
async function later(months: number, own = settings) {
  for (const table of ['clicks', 'contacts', 'practices', 'rejected_rows'])
    await rawQuery(
      database,
      `alter table ${table} update taken = addMonths(taken, -${months}) where taken < '2099-01-01' settings mutations_sync = 2`,
    );
  await rawQuery(
    database,
    `insert into loads select * replace (started_at - interval ${months} month as started_at, now64(6) as changed_at) from loads final`,
  );
  await forgetExpired(database, own, folder);
  await refresh(database);
}
const count = async (table: string) => Number(await rawQuery(database, `select count() from ${table}`));
const total = async () =>
  (
    await rawQuery(
      database,
      `select toYYYYMM(day), sum(count), uniqCombined64Merge(14)(visitors) from activity where channel = 'web' group by 1 order by 1 format CSV`,
    )
  ).trim();
const months = async () => (await sealedMonths(database)).map(({ month }) => month);

beforeEach(async () => {
  for (const table of [
    'clicks',
    'contacts',
    'practices',
    'rejected_rows',
    'loads',
    'load_days',
    'sealed_months',
    'activity',
  ])
    await rawQuery(database, `truncate table ${table}`);
});

describe('when the time of raw rows is over', () => {
  test('they go, their month is sealed, and its figures stay', async () => {
    await load('march.log', click('09') + click('10', 'Mar', '192.0.2.2'));
    await later(23);
    expect([await count('clicks'), await months()]).toEqual([2, []]);
    await later(2);
    expect([await count('clicks'), await months(), await total()]).toEqual([0, [202003], '202003,2,2']);
    // Not even when the program counts in a new way, which builds all other months again; nor at the next start.
    await rawQuery(database, 'alter table activity update version = 1 where 1 settings mutations_sync = 2');
    await forgetExpired(database, settings, folder);
    await refresh(database);
    expect([await months(), await total()]).toEqual([[202003], '202003,2,2']);
  });

  test('whoever was about to build such a month finds it closed', async () => {
    await load('march.log', click('09'));
    await load('april.log', click('11', 'Apr'));
    await later(25);
    await refresh(database, [202003, 202004]);
    expect(await total()).toBe('202003,1,1\n202004,1,1');
  });

  test('a file about such a month is refused, one about another is taken in', async () => {
    await load('march.log', click('09'));
    await later(25);
    await expect(load('more.log', click('11'))).rejects.toThrow(
      /mesi già chiusi \(2020-03\).*Togli dal file/,
    );
    expect(await total()).toBe('202003,1,1');
    expect((await load('april.log', click('11', 'Apr'))).state).toBe('committed');
    expect(await total()).toBe('202003,1,1\n202004,1,1');
    // The same bytes are in already: that is still said.
    expect((await load('march.log', click('09'))).state).toBe('unchanged');
  });

  test('a part of a sealed month is not taken back; all of it is, and the month is free', async () => {
    const one = await load('one.log', click('09'));
    const two = await load('two.log', click('10'));
    await later(25);
    await expect(revokeLoads(database, [one.load])).rejects.toThrow(/non si può annullare.*2020-03/);
    expect([await total(), (await listLoads(database)).map(({ state }) => state)]).toEqual([
      '202003,2,2',
      ['committed', 'committed'],
    ]);
    await revokeLoads(database, [one.load, two.load]);
    expect([await total(), await months()]).toEqual(['', []]);
    await expect(restoreLoad(database, one.load, settings)).rejects.toThrow(/cancellate.*carica di nuovo/);
    expect((await load('three.log', click('12'))).state).toBe('committed');
    expect((await load('four.log', click('13'))).state).toBe('committed');
    expect(await total()).toBe('202003,2,2');
  });

  test('invented rows never expire', async () => {
    await load('invented.log', click('09'), { demonstration: true });
    await later(100);
    expect([await count('clicks'), await months()]).toEqual([1, []]);
    expect((await load('real.log', click('11'))).state).toBe('committed');
  });

  test('the months in the settings count for each table, and null means for ever', async () => {
    await load('march.log', click('09'));
    await load(
      'chat.csv',
      'giorno,strumento,argomento,conversazioni\n2020-03-09,app,tari,4\n2020-03-10,app,tari,?\n',
      {
        maxRejected: 1,
      },
    );
    const own = checkSettings({ retention: { clicks: null, contacts: 3 } });
    await later(5, own);
    expect([await count('clicks'), await count('contacts'), await count('rejected_rows')]).toEqual([1, 0, 1]);
    expect(await months()).toEqual([202003]);
  });
});

describe('the secret behind the visitors', () => {
  const keys = () => readdirSync(join(folder, 'visitor-keys')).sort();
  const visitors = async () =>
    (await rawQuery(database, 'select distinct visitor from clicks order by 1')).trim();

  test('is one for each month, stays while its rows do, and is destroyed with them', async () => {
    await load('march.log', click('09'));
    await load('april.log', click('09', 'Apr'));
    expect(keys()).toEqual(['2020-03', '2020-04']);
    const before = await visitors();
    await revokeLoads(
      database,
      (await listLoads(database)).map(({ id }) => id),
    );
    await rawQuery(database, 'truncate table clicks');
    await load('again.log', click('09') + click('09', 'Apr', '192.0.2.1'));
    // The same visitors on the same days: a file that is loaded again joins what is known of them.
    expect(await visitors()).toBe(before);
    await later(25);
    expect(existsSync(join(folder, 'visitor-keys', '2020-03'))).toBe(false);
    await revokeLoads(
      database,
      (await listLoads(database)).filter(({ state }) => state === 'committed').map(({ id }) => id),
    );
    await load('anew.log', click('09') + click('09', 'Apr'));
    // Nobody, with the same log and this installation, can make the old hashes again.
    expect((await visitors()).split('\n').filter((visitor) => before.includes(visitor))).toEqual([]);
  });
});
