// SPDX-License-Identifier: AGPL-3.0-or-later
// Confronto: two or three periods side by side, for every channel.
import '../style/compare.css';
import { useMemo } from 'preact/hooks';
import type { Series, Town } from '../../api/schemas.ts';
import type { Period } from '../../sql/vocabulary.ts';
import { type Asked, useAnswer } from '../answer.ts';
import { pairQuestion, seriesQuestion } from '../client.ts';
import { shortPeriod } from '../format.ts';
import { t } from '../i18n/words.ts';
import { NoteList } from '../panels/note-list.tsx';
import { PageHead } from '../panels/page-head.tsx';
import { PairPlots, PairTable } from '../panels/pairs.tsx';
import { Presets } from '../panels/presets.tsx';
import { Spoken } from '../panels/states.tsx';
import { type Periods, presetsOf, readPeriods, writePeriods } from '../presets.ts';
import { address, parameter, town } from '../state.ts';

/** Any periods side by side; without any in the address, those of the town. */
export function Comparison() {
  const choices = address.value?.choices;
  if (!town.value || !choices) return null;
  const presets = presetsOf(town.value);
  const asked = parameter('periodi');
  const periods = readPeriods(asked) ?? presets[0]?.periods;
  const channels = town.value.channels.filter(({ code }) => choices.channels.includes(code));
  return (
    <>
      <PageHead title={t('compare.title')} short={t('nav.compare')}>
        {periods ? question(periods) : t('compare.choose')}
      </PageHead>
      {asked !== null && readPeriods(asked) === null && (
        <p class="notice-wrong" role="alert">
          {t('compare.wrong')}
        </p>
      )}
      {periods && (
        <Presets key={writePeriods(periods)} presets={presets} chosen={periods} town={town.value} />
      )}
      {periods && (
        <Figures
          periods={periods}
          channels={channels}
          isYearly={presets.some(
            (each) => each.isYearly && writePeriods(each.periods) === writePeriods(periods),
          )}
        />
      )}
    </>
  );
}

const listOf = ({ first, second, third }: Periods): Period[] => [first, second, ...(third ? [third] : [])];

function question(periods: Periods): string {
  const [first, second, third] = listOf(periods).map(shortPeriod);
  const two = { first: first ?? '', second: second ?? '' };
  return third ? t('compare.leadThree', { ...two, third }) : t('compare.lead', two);
}

interface FiguresProps {
  periods: Periods;
  channels: Town['channels'];
  isYearly: boolean;
}

function Figures({ periods, channels, isYearly }: FiguresProps) {
  const list = listOf(periods);
  const codes = channels.map(({ code }) => code);
  const pair = pairQuestion(periods, codes, isYearly);
  const compare = useAnswer(pair);
  const first = useAnswer(seriesQuestion(periods.first, 'week', codes));
  const second = useAnswer(seriesQuestion(periods.second, 'week', codes));
  const third = useAnswer(periods.third ? seriesQuestion(periods.third, 'week', codes) : null);
  const series = useAll(periods.third ? [first, second, third] : [first, second]);
  return (
    <>
      <PairTable compare={compare} channels={channels} periods={list} />
      <PairPlots compare={compare} channels={channels} periods={list} series={series} api={pair.path} />
      {list.map((period) => (
        <NoteList key={period.from} period={period} channels={codes} />
      ))}
      <Spoken asked={compare} />
    </>
  );
}

const STATES = ['failed', 'loading', 'waiting'] as const;

/** Several answers as one, which is there when all are. */
function useAll(all: readonly Asked<Series>[]): Asked<readonly Series[]> {
  const found = all.map(({ data }) => data);
  const isComplete = found.every((data) => data !== null);
  const data = useMemo(() => (isComplete ? (found as Series[]) : null), [isComplete, ...found]);
  const state = STATES.find((known) => all.some((asked) => asked.state === known)) ?? 'ready';
  const retry = () => {
    for (const asked of all) if (asked.state === 'failed') asked.retry();
  };
  return { state, data, retry };
}
