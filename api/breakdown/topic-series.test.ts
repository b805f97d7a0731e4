// SPDX-License-Identifier: AGPL-3.0-or-later
// A topic over time: counted by hand, hidden where it is small, missing where nobody wrote topics down.
import { beforeAll, expect, test } from 'vitest';
import { type TestTown, testTown } from '../../scripts/test-town.ts';
import type { Point } from '../schemas.ts';

let town: TestTown;
beforeAll(async () => {
  town = await testTown(
    {},
    {
      'chat.csv': [
        'giorno,strumento,argomento,conversazioni',
        '2020-03-02,chat,bonus,4',
        '2020-03-02,chat,tari,8',
        '2020-03-03,chat,bonus,5',
        '2020-03-03,chat,tari,9',
        '2020-03-03,chat,scuola,1',
        '2020-03-04,chat,,6',
        '2020-03-05,chat,tari,3',
        '2020-03-06,chat,bonus,2',
        '2020-03-06,chat,tari,20',
        '2020-03-06,chat,scuola,1',
        '2020-03-07,chat,,0',
        '2020-03-09,chat,bonus,1',
        '2020-03-09,chat,tari,20',
        '2020-03-09,chat,scuola,2',
        '2020-03-10,chat,bonus,7',
        '',
      ].join('\n'),
      'social.csv': 'giorno,piattaforma,argomento,contatti\n2020-03-02,facebook,scuola,4\n',
      'weblog.log':
        '192.0.2.1 - - [02/Mar/2020:09:00:00 +0100] "GET / HTTP/1.1" 200 99 "-" "Mozilla/5.0 (X11; Linux x86_64)"\n',
    },
  );
});

const series = async (query: string) => (await town.ask(`series?${query}`)).channels;
const brief = ({ from, state, count }: Point) => `${from.slice(5)} ${state} ${count}`;

test('each day has its count, or says why there is none', async () => {
  const [chat] = await series('channels=chat&topic=bonus&from=2020-03-02&to=2020-03-10');
  expect(chat.points.map(brief)).toEqual([
    '03-02 count 4',
    // One contact was about school: with 5 shown as well, 15 of that day would give it away. So 5 is hidden with it.
    '03-03 suppressed null',
    // Six contacts, and nobody wrote down about what.
    '03-04 missing null',
    '03-05 count 0',
    '03-06 suppressed null',
    '03-07 count 0',
    '03-08 closed null',
    '03-09 suppressed null',
    '03-10 count 7',
  ]);
});

test('a longer step adds up its days, and is hidden by its own sum only', async () => {
  const [chat] = await series('channels=chat&topic=bonus&granularity=week&from=2020-03-02&to=2020-03-08');
  expect(chat.points).toEqual([
    {
      from: '2020-03-02',
      to: '2020-03-08',
      state: 'count',
      count: 11,
      daysWithData: 5,
      expectedDays: 6,
      meanPerDay: 11 / 5,
    },
  ]);
});

test('a single hidden day takes another with it: the total of all days is known', async () => {
  const [chat] = await series('channels=chat&topic=bonus&from=2020-03-05&to=2020-03-08');
  expect(chat.points.map(brief)).toEqual([
    '03-05 suppressed null',
    '03-06 suppressed null',
    '03-07 suppressed null',
    '03-08 closed null',
  ]);
});

test('only the channels that know the topic answer', async () => {
  expect((await series('topic=scuola')).map(({ channel }: { channel: string }) => channel)).toEqual([
    'social',
    'chat',
  ]);
  expect((await town.ask('series?channels=chat&topic=fax', 400)).allowed).toEqual([
    'bonus',
    'scuola',
    'tari',
  ]);
});

test('without a topic nothing is hidden: the totals of a channel are no breakdown', async () => {
  const [chat] = await series('channels=chat&from=2020-03-05&to=2020-03-06');
  expect(chat.points.map(brief)).toEqual(['03-05 count 3', '03-06 count 23']);
});

test('the topics of each channel are listed', async () => {
  expect(await town.ask('topics')).toEqual({
    channels: [
      { channel: 'chat', topics: ['bonus', 'scuola', 'tari'] },
      { channel: 'social', topics: ['scuola'] },
    ],
    dataVersion: expect.any(String),
  });
});
