// SPDX-License-Identifier: AGPL-3.0-or-later
// The report of April 2020 from the demonstration data: every number of it is the API's number for the same question.
import type { OpenAPIHono } from '@hono/zod-openapi';
import { beforeAll, describe, expect, test } from 'vitest';
import { loadDemonstration } from '../../ingest/demonstration.ts';
import { testDatabase } from '../../scripts/test-database.ts';
import { checkSettings } from '../../sql/settings.ts';
import { createApp } from '../app.ts';
import type { Breakdown, BreakdownRow } from '../schemas/breakdown.ts';
import type { Practices } from '../schemas/practices.ts';
import type { ChannelMonth, MonthCount, Report } from '../schemas/report.ts';
import type { Compare, Comparison, Series } from '../schemas.ts';
import { monthDays, monthsLater } from './month.ts';

let app: OpenAPIHono;

beforeAll(async () => {
  const database = await testDatabase();
  const settings = checkSettings({ markers: [{ day: '2020-04-01', label: 'Buoni spesa' }] });
  await loadDemonstration(database, { settings, secret: 'test' });
  app = createApp({ database, settings, writable: true });
}, 60_000);

async function ask<Answer>(path: string): Promise<Answer> {
  const answer = await app.request(`/api/v1/${path}`);
  expect(answer.status).toBe(200);
  return answer.json() as Promise<Answer>;
}

/** Every number in a value, with its place. */
function numbersIn(value: unknown, place = ''): [string, number][] {
  if (typeof value === 'number') return [[place, value]];
  if (value === null || typeof value !== 'object') return [];
  return Object.entries(value).flatMap(([key, each]) => numbersIn(each, `${place}/${key}`));
}

/** What the API says of a channel in a month. */
async function monthByApi(channel: string, month: string, until: string): Promise<Omit<MonthCount, 'month'>> {
  const { from, to } = monthDays(month);
  const end = to < until ? to : until;
  const query = `series?channels=${channel}&from=${from}&to=${end}&granularity=month`;
  const [point] = (await ask<Series>(query)).channels[0]!.points;
  const { count, meanPerDay, daysWithData, expectedDays } = point!;
  return { total: count, perDay: meanPerDay, daysWithData, expectedDays, isTotalOnly: false };
}

async function channelByApi(
  { channel, label }: ChannelMonth,
  month: string,
  until: string,
  compared: Comparison | undefined,
) {
  const [now, before, year] = await Promise.all(
    [0, -1, -12].map(async (months) => {
      const name = monthsLater(month, months);
      return { month: name, ...(await monthByApi(channel, name, until)) };
    }),
  );
  const change = (base: { perDay: number | null; total: number | null }) =>
    now!.perDay === null || base.perDay === null
      ? { kind: 'none', reason: 'no_data' }
      : base.total! < 10
        ? { kind: 'difference', value: now!.perDay - base.perDay }
        : { kind: 'ratio', value: now!.perDay / base.perDay };
  return {
    channel,
    label,
    month: now,
    monthBefore: before,
    yearBefore: year,
    beforeLockdown: compared
      ? {
          perDay: compared.before.meanPerDay,
          daysWithData: compared.before.daysWithData,
          expectedDays: compared.before.expectedDays,
        }
      : null,
    onMonthBefore: change(before!),
    onYearBefore: change(year!),
  };
}

const limits = (ratio: { estimate: number; low: number; high: number } | null) =>
  ratio && { estimate: ratio.estimate, low: ratio.low, high: ratio.high };

type Row = Pick<BreakdownRow, 'kind' | 'value' | 'before' | 'during'>;

/** A report hides what the phases would give back, and so more than the same question asked by an analyst. */
function expectSameWhereShown(rows: readonly Row[], answered: readonly Row[]): void {
  const name = ({ kind, value }: Row) => `${kind} ${value}`;
  const known = rows.filter(({ kind }) => kind !== 'rest');
  let shown = 0;
  for (const row of known) {
    const same = answered.find((other) => name(other) === name(row));
    for (const phase of ['before', 'during'] as const) {
      if ('suppressed' in row[phase]) continue;
      shown += 1;
      expect([name(row), same?.[phase]]).toEqual([name(row), row[phase]]);
    }
  }
  expect(shown).toBeGreaterThan(0);
}

describe.each(['2020-04', '2020-06', '2020-02', '2019-01'])(
  'every number of %s is that of the API',
  (month) => {
    let report: Report;
    let compare: Compare | null;
    const { from, to } = monthDays(month);
    const before = monthDays(monthsLater(month, -1));
    const phases = `before=${before.from}..${before.to}&during=${from}..${to}&after=none&until=${to}`;

    beforeAll(async () => {
      report = await ask<Report>(`reports/${month}`);
      compare = month >= '2020-03' ? await ask<Compare>(`compare?until=${to}`) : null;
    });

    const comparedAs = (channel: string) => compare?.channels.find((each) => each.channel === channel);

    test('the channels, month by month', async () => {
      expect(report.channels).toHaveLength(7);
      for (const row of report.channels)
        expect(row).toEqual(await channelByApi(row, month, to, comparedAs(row.channel)));
    });

    test('the comparison and its sentences', async () => {
      if (compare === null) return expect(report.comparison).toBeNull();
      const isAfter = report.comparison!.phase === 'after';
      expect(isAfter).toBe(month > '2020-05');
      for (const row of report.comparison!.channels) {
        const found = comparedAs(row.channel)!;
        const [ratio, corrected, during] = isAfter
          ? [found.afterRatio, found.afterRatioOfRatios, found.after!]
          : [found.ratio, found.ratioOfRatios, found.during];
        expect(row).toMatchObject({
          before: found.before.meanPerDay,
          during: during.meanPerDay,
          ratio: limits(corrected ?? ratio),
          uncorrected: corrected && limits(ratio),
          verdict: (corrected ?? ratio)?.verdict ?? null,
        });
      }
      const said = compare.channels.flatMap(({ sentences: { it } }) =>
        isAfter ? it.after.join(' ') : it.headline,
      );
      expect(report.lead).toHaveLength(3);
      for (const sentence of report.lead.slice(1))
        expect(said.some((each) => sentence.endsWith(each))).toBe(true);
    });

    test('the digital share', async () => {
      if (compare === null) return;
      const { before, during, after, sentence } = compare.mix!;
      expect(after === null).toBe(month < '2020-05');
      expect(report.comparison!.share).toEqual({ before, during, after, sentence: sentence.it });
    });

    test('ways and subjects', async () => {
      const divisions = [...report.ways, ...report.subjects];
      expect(divisions.map(({ channel, by }) => `${channel} ${by}`)).toEqual([
        'web device',
        'social platform',
        'practice means',
        'social topic',
        'chat topic',
      ]);
      for (const { label: _, ...division } of divisions) {
        const query = `channel=${division.channel}&by=${division.by}&${phases}`;
        const { dataVersion: __, topic: ___, ...answer } = await ask<Breakdown>(`breakdown?${query}`);
        const { rows, ...said } = division;
        expect({ ...said, rows: [] }).toEqual({ ...answer, rows: [] });
        expectSameWhereShown(rows, answer.rows);
      }
    });

    test('practices by kind', async () => {
      const answer = await ask<Practices>(`practices?${phases}`);
      const { before, during, kinds } = report.practices!;
      expect(before).toEqual(answer.before);
      expect({ ...during, closing: answer.during.closing }).toEqual(answer.during);
      expectSameWhereShown(kinds, answer.kinds);
      for (const { value, closing } of kinds)
        expect([answer.kinds.find((row) => row.value === value)!.closing.before, null]).toContainEqual(
          closing,
        );
    });

    test('and there is no number beside these', () => {
      const checked = /^\/(channels|comparison\/(channels|share)|ways|subjects|practices)\//;
      expect(numbersIn(report).filter(([place]) => !checked.test(place))).toEqual([]);
    });
  },
);

describe('April 2020', () => {
  test('ends on its last day, and says what is missing and what happened', async () => {
    const report = await ask<Report>('reports/2020-04');
    expect(report).toMatchObject({
      title: 'Relazione di aprile 2020',
      town: 'Comune di Montevarchi',
      until: '2020-04-30',
      isOver: true,
      demonstration: true,
      frozenAt: null,
      comment: null,
      markers: [{ day: '2020-04-01', label: 'Buoni spesa' }],
      holidays: ['2020-04-13', '2020-04-25'],
      scope:
        'Mese intero nel lockdown. Lockdown (9 marzo – 30 aprile 2020) a confronto con prima (1º gennaio – 8 marzo 2020).',
    });
    expect(report.missing).toEqual([
      {
        channel: 'web',
        label: 'Sito',
        sentences: [
          'Ci sono dati per 26 giorni di apertura su 30 (86\u00a0%): mancano i dati dal 21 al 24 aprile. I giorni mancanti non contano come zero.',
        ],
      },
    ]);
    expect(report.comparison!.causes).toMatch(/tre effetti/);
    expect(report.lead[0]).toBe(
      'Ad aprile 2020 le pratiche digitali sono state 87: 2,9 per giorno di apertura (1,0 prima del lockdown); le chat sono state 258: 10,8 per giorno di apertura (3,5 prima del lockdown).',
    );
  });

  test('a month that is no month, or has no data, is refused with those there are', async () => {
    for (const file of ['2021-05', '2020-13', 'aprile', '2020-04.docx']) {
      const answer = await app.request(`/api/v1/reports/${file}`);
      expect(answer.status).toBe(400);
      expect(((await answer.json()) as { allowed: string[] }).allowed).toContain(
        file.endsWith('docx') ? '2020-04.pdf' : '2020-12',
      );
    }
  });
});

describe('the page', () => {
  test('stands alone, without a script, its tables with heads', async () => {
    const answer = await app.request('/api/v1/reports/2020-04.html');
    expect(answer.headers.get('content-type')).toBe('text/html; charset=utf-8');
    const page = await answer.text();
    expect(page).not.toMatch(/<script|<link|@import|src="|href="/);
    expect(page.match(/url\((?!data:|&quot;data:|#)/g)).toBeNull();
    expect(page.match(/<article/g)).toHaveLength(4);
    expect(page.match(/<svg/g)).toHaveLength(2);
    expect(page.match(/<th scope="col"/g)!.length).toBeGreaterThan(20);
    expect(page).toContain('Dati dimostrativi, inventati');
    expect(page).toContain('<h1>Aprile 2020 in un minuto</h1>');
  });

  test('writes the figures of the JSON', async () => {
    const page = await (await app.request('/api/v1/reports/2020-04.html')).text();
    const rows = [...page.matchAll(/<th scope="row">(.*?)<\/th>(.*?)<\/tr>/g)].map(
      ([, name, cells]) =>
        `${name}: ${cells!.replaceAll(/<\/td><td[^>]*>/g, ' | ').replaceAll(/<[^>]*>/g, '')}`,
    );
    expect(rows).toEqual(
      expect.arrayContaining([
        'Sito: 1.350 | 51,9 | 42,1 | +23\u00a0% | 28,7 | +81\u00a0% | 26,9 | 26/30',
        'Sportello: 39 | 1,6 | 6,2 | 0,26 volte | 25,3 | 0,06 volte | 22,0 | 24/24',
        'Domanda di buoni spesa: 5 | 19 | n.d.',
        'Cambio di residenza: oscurato | 11 | n.d.',
        'Iscrizione nido: oscurato | oscurato | n.d.',
        'Chat: 3,5 | 11,0 | 3,1 volte (1,9–5,0) | 3,1 volte (2,4–4,0) | aumento dimostrato',
        'Durante: 153 | 77 | 67\u00a0% | 4,3 | 53',
      ]),
    );
  });
});

describe('the PDF', () => {
  const bytesOf = async (month: string) =>
    Buffer.from(await (await app.request(`/api/v1/reports/${month}.pdf`)).arrayBuffer());

  test('is for everybody: PDF/UA, Italian, titled, with headings, table heads and pictures in words', async () => {
    const content = (await bytesOf('2020-04')).toString('latin1');
    expect(content).toMatch(/pdfuaid:part/);
    expect(content).toMatch(/\/Lang\s*\(it-IT\)/);
    expect(content).toMatch(/\/DisplayDocTitle true/);
    for (const kind of ['H1', 'H2', 'Table', 'TH', 'Figure'])
      expect(content).toMatch(new RegExp(`/S\\s*/${kind}\\b`));
    const figures = content.match(/\/S\s*\/Figure\b/g)!.length;
    expect(figures).toBe(2);
    expect(content.match(/\/Alt\s*[<(]/g)).toHaveLength(figures);
  });

  test('is the same twice, byte for byte', async () => {
    const first = await bytesOf('2020-04');
    await bytesOf('2020-06');
    expect((await bytesOf('2020-04')).equals(first)).toBe(true);
  });

  test('is made whatever the office writes: of what the typeface does not have a sign stands there', async () => {
    const write = (text: string) =>
      app.request('/api/v1/reports/2020-07/comments', {
        method: 'POST',
        body: JSON.stringify({ text, author: 'URP 👍🏽' }),
        headers: { 'Content-Type': 'application/json' },
      });
    const texts = ['Bene ≥ [漢字]\u202f!\u200d\u0007\u202e', 'Bene [?] [[?]] !'];
    const made = [];
    for (const text of texts) {
      expect((await write(text)).status).toBe(201);
      made.push(await bytesOf('2020-07'));
    }
    expect(made[0]!.subarray(0, 5).toString()).toBe('%PDF-');
    expect(made[0]!.equals(made[1]!)).toBe(true);
  });

  test.each(['2019-01', '2020-01', '2020-03', '2020-05', '2020-12'])('can be set for %s', async (month) => {
    expect((await bytesOf(month)).subarray(0, 5).toString()).toBe('%PDF-');
  });
});
