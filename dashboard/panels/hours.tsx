// SPDX-License-Identifier: AGPL-3.0-or-later
// Weekday by hour, before and during side by side on the same five steps: an HTML table with the number in each cell.
import type { Hours as Answer, HoursPhase } from '../../api/schemas/hours.ts';
import type { Choices } from '../address.ts';
import { useAnswer } from '../answer.ts';
import { hoursQuestion, tableFile } from '../client.ts';
import { capital, mean, number } from '../format.ts';
import { plural, t } from '../i18n/words.ts';
import { inPhase, phaseName } from '../state.ts';
import { weekdayName } from '../weekdays.ts';
import { ChartPanel } from './chart-panel.tsx';
import { type Cell, NoFigure, nothing, shown, type Table } from './data-table.tsx';

type Hour = HoursPhase['weekdays'][number]['hours'][number];
type Weekday = HoursPhase['weekdays'][number];

interface Props {
  channel: string;
  choices: Choices;
}

/** The panel of the hours; a channel whose sources know no hours says so. */
export function Hours({ channel, choices }: Props) {
  const question = hoursQuestion(choices, channel);
  const asked = useAnswer(question);
  return (
    <ChartPanel
      id="ore"
      title={t('hours.title')}
      subtitle={t('hours.subtitle')}
      level={3}
      asked={asked}
      skeleton="table"
      csv={tableFile(question)}
      api={question.path}
      summary={summary}
      table={table}
    >
      {(answer) => (answer.hoursKnown ? <Maps answer={answer} /> : null)}
    </ChartPanel>
  );
}

const meanOf = (hour: Hour): number | null => (hour && 'mean' in hour ? hour.mean : null);
const phasesOf = (answer: Answer) => [['before', answer.before] as const, ['during', answer.during] as const];

function summary(answer: Answer): string {
  if (!answer.hoursKnown) return t('hours.unknown');
  return phasesOf(answer)
    .map(([name, phase]) => {
      const best = peak(phase);
      const days = plural('days', phase.daysWithHours, number(phase.daysWithHours));
      if (!best) return t('hours.noPeak', { in: inPhase(name), days });
      return t('hours.peak', { ...best, in: capital(inPhase(name)), days });
    })
    .join(' ');
}

function peak(phase: HoursPhase): { weekday: string; hour: string; mean: string } | null {
  const all = phase.weekdays.flatMap(({ weekday, hours }) =>
    hours.map((hour, at) => ({ weekday, at, value: meanOf(hour) ?? 0 })),
  );
  const best = all.sort((a, b) => b.value - a.value)[0];
  if (!best || best.value === 0) return null;
  return { weekday: weekdayName(best.weekday, 'long'), hour: span(best.at), mean: mean(best.value) };
}

const span = (hour: number): string => `${hour}–${hour + 1}`;

function Maps({ answer }: { answer: Answer }) {
  const values = phasesOf(answer).flatMap(([, { weekdays }]) =>
    weekdays.flatMap(({ hours }) => hours.map((hour) => meanOf(hour) ?? 0)),
  );
  const top = Math.max(...values);
  const used = usedHours(answer);
  return (
    <div class="heat-maps">
      {phasesOf(answer).map(([name, phase]) => (
        <HeatMap
          key={name}
          title={phaseName(name)}
          phase={phase}
          top={top}
          hours={used}
          threshold={answer.suppression?.threshold}
        />
      ))}
    </div>
  );
}

/** From the first hour with a contact to the last, in either phase. */
function usedHours(answer: Answer): number[] {
  const used = Array.from({ length: 24 }, (_, hour) => hour).filter((hour) =>
    phasesOf(answer).some(([, { weekdays }]) =>
      weekdays.some(({ hours }) => {
        const cell = hours[hour] ?? null;
        return cell !== null && ('suppressed' in cell || cell.mean > 0);
      }),
    ),
  );
  const [first = 8, last = 19] = [used[0], used.at(-1)];
  return Array.from({ length: last - first + 1 }, (_, i) => first + i);
}

interface MapProps {
  title: string;
  phase: HoursPhase;
  top: number;
  hours: readonly number[];
  threshold: number | undefined;
}

function HeatMap({ title, phase, top, hours, threshold }: MapProps) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
    <section class="scroller" tabIndex={0} aria-label={t('hours.region', { phase: title })}>
      <table class="heat">
        <caption>{title}</caption>
        <thead>
          <tr>
            <th scope="col">
              <span class="hidden">{t('hours.weekday')}</span>
            </th>
            {hours.map((hour) => (
              <th key={hour} scope="col">
                {hour}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {phase.weekdays.map((weekday) => (
            <tr key={weekday.weekday}>
              <th scope="row">{weekdayName(weekday.weekday, 'short')}</th>
              {hours.map((hour) => (
                <HeatCell
                  key={hour}
                  hour={weekday.hours[hour] ?? null}
                  weekday={weekday}
                  top={top}
                  threshold={threshold}
                />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

interface CellProps {
  hour: Hour;
  weekday: Weekday;
  top: number;
  threshold: number | undefined;
}

function HeatCell({ hour, weekday, top, threshold }: CellProps) {
  if (!weekday.open && (hour === null || meanOf(hour) === 0)) return <td class="heat-closed">·</td>;
  if (hour === null) return <td class="heat-missing">{t('table.unknown')}</td>;
  if ('suppressed' in hour) {
    const words =
      hour.suppressed === 'small' && threshold ? { suppressedBelow: threshold } : ('concealed' as const);
    return (
      <td class="heat-hidden">
        <span class="hidden">
          <NoFigure why={words} />
        </span>
        <span aria-hidden="true">*</span>
      </td>
    );
  }
  const step = hour.mean === 0 ? 0 : Math.min(5, Math.ceil((hour.mean / top) * 5));
  return <td class={`heat-${step}`}>{hour.mean === 0 ? '0' : mean(hour.mean)}</td>;
}

function table(answer: Answer): Table {
  const phases = phasesOf(answer);
  const cell = (hour: Hour): Cell => {
    if (hour === null) return nothing('missing');
    return 'mean' in hour ? shown(mean(hour.mean)) : nothing('concealed');
  };
  return {
    columns: [
      { title: t('hours.weekday') },
      { title: t('hours.hour') },
      ...phases.map(([name]) => ({ title: phaseName(name), isFigure: true })),
    ],
    rows: answer.before.weekdays.flatMap(({ weekday }, day) =>
      usedHours(answer).map((hour) => ({
        key: `${weekday} ${hour}`,
        cells: [
          shown(weekdayName(weekday, 'long')),
          shown(span(hour)),
          ...phases.map(([, phase]) => cell(phase.weekdays[day]?.hours[hour] ?? null)),
        ],
      })),
    ),
  };
}
