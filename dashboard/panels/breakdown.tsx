// SPDX-License-Identifier: AGPL-3.0-or-later
// The contacts of a channel told apart by topic, page, kind …: counts per phase, small ones hidden and said to be so.
import type { Breakdown as Answer, BreakdownRow, Dimension } from '../../api/schemas/breakdown.ts';
import type { Choices } from '../address.ts';
import { useAnswer } from '../answer.ts';
import { breakdownQuestion, tableFile } from '../client.ts';
import { mean, number } from '../format.ts';
import { type Key, plural, t } from '../i18n/words.ts';
import { canNarrow, choose, inPhase, phaseName } from '../state.ts';
import { ChartPanel } from './chart-panel.tsx';
import { type Cell, NoFigure, nothing, shown, type Table } from './data-table.tsx';

type Figure = BreakdownRow['before'];

interface Props {
  channel: string;
  by: Dimension;
  choices: Choices;
}

/** One dimension of one channel. */
export function Breakdown({ channel, by, choices }: Props) {
  const question = breakdownQuestion(choices, channel, by);
  const asked = useAnswer(question);
  return (
    <ChartPanel
      id={`per-${by}`}
      title={t(`breakdown.${by}`)}
      subtitle={t('breakdown.subtitle', { in: inPhase('during') })}
      level={3}
      channel={channel}
      asked={asked}
      skeleton="table"
      csv={tableFile(question)}
      api={question.path}
      summary={summary}
      nothing={({ rows }) => (rows.length === 0 ? 'empty' : null)}
      table={table}
      after={
        asked.data?.suppression ? (
          <p class="note">
            {t('breakdown.hidden', asked.data.suppression)} {!canNarrow() && t('chart.published')}
          </p>
        ) : null
      }
    >
      {(answer) => <Bars answer={answer} canFilter={by === 'topic' && canNarrow()} />}
    </ChartPanel>
  );
}

const countOf = (figure: Figure | null): number | null => (figure && 'count' in figure ? figure.count : null);

function summary(answer: Answer): string {
  const first = answer.rows.find(({ kind, during }) => kind === 'value' && countOf(during) !== null);
  const hidden = answer.rows.filter(({ during }) => countOf(during) === null).length;
  const most = first
    ? t('breakdown.most', {
        name: nameOf(first),
        count: number(countOf(first.during) ?? 0),
        in: inPhase('during'),
      })
    : t('breakdown.noMost', { in: inPhase('during') });
  return hidden > 0 ? `${most} ${plural('breakdown.hiddenRows', hidden)}` : most;
}

/** What the closed lists of the program are called; the words of offices stay as they are. */
const NAMES: Readonly<Record<string, Key>> = {
  view: 'value.view',
  download: 'value.download',
  outbound: 'value.outbound',
  desktop: 'value.desktop',
  mobile: 'value.mobile',
  tablet: 'value.tablet',
  other: 'value.other',
};

/** The name of a row as people read it. */
function nameOf({ kind, value, values }: BreakdownRow): string {
  if (kind === 'unknown') return t('breakdown.unknown');
  if (kind === 'rest') return plural('breakdown.rest', values, number(values));
  const name = NAMES[value];
  return name ? t(name as 'value.view') : value;
}

function Bars({ answer, canFilter }: { answer: Answer; canFilter: boolean }) {
  const top = Math.max(
    1,
    ...answer.rows.flatMap((row) => [countOf(row.before) ?? 0, countOf(row.during) ?? 0]),
  );
  return (
    <table class="bars">
      <thead>
        <tr>
          <th scope="col">{t('breakdown.name')}</th>
          <th scope="col" class="figure">
            {phaseName('before')}
          </th>
          <th scope="col" class="figure">
            {phaseName('during')}
          </th>
          <td class="bar-cell" />
        </tr>
      </thead>
      <tbody>
        {answer.rows.map((row) => (
          <tr key={`${row.kind}${row.value}`}>
            <th scope="row">
              {canFilter && row.kind === 'value' ? (
                <button type="button" class="button-link" onClick={() => choose({ topic: row.value })}>
                  {nameOf(row)}
                </button>
              ) : (
                nameOf(row)
              )}
            </th>
            <td class="figure">
              <Count figure={row.before} threshold={answer.suppression?.threshold} />
            </td>
            <td class="figure">
              <Count figure={row.during} threshold={answer.suppression?.threshold} />
            </td>
            <td class="bar-cell">
              <Bar before={countOf(row.before)} during={countOf(row.during)} top={top} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Count({ figure, threshold }: { figure: Figure; threshold: number | undefined }) {
  if ('count' in figure) return <>{number(figure.count)}</>;
  return <NoFigure why={whyHidden(figure.suppressed, threshold)} />;
}

const whyHidden = (suppressed: 'small' | 'secondary', threshold: number | undefined) =>
  suppressed === 'small' && threshold !== undefined ? { suppressedBelow: threshold } : 'concealed';

/** Hollow: before; filled: during. A hidden count never has a bar. */
function Bar({ before, during, top }: { before: number | null; during: number | null; top: number }) {
  return (
    <svg width="100%" height="18" aria-hidden="true" focusable="false">
      {before !== null && (
        <rect class="bar-before" x="0" y="1" width={`${(before / top) * 100}%`} height="6" />
      )}
      {during !== null && (
        <rect class="bar-during" x="0" y="9" width={`${(during / top) * 100}%`} height="8" />
      )}
    </svg>
  );
}

function table(answer: Answer): Table {
  const phases = (['before', 'during', 'after'] as const).filter((phase) => answer[phase] !== null);
  const threshold = answer.suppression?.threshold;
  const cell = (
    figure: Figure | null,
    text: (figure: Extract<Figure, { count: number }>) => string,
  ): Cell => {
    if (!figure) return nothing('missing');
    return 'count' in figure ? shown(text(figure)) : nothing(whyHidden(figure.suppressed, threshold));
  };
  return {
    columns: [
      { title: t('breakdown.name') },
      ...phases.map((phase) => ({ title: phaseName(phase), isFigure: true })),
      ...phases.map((phase) => ({
        title: t('breakdown.perDay', { phase: phaseName(phase) }),
        isFigure: true,
        isMinor: true,
      })),
    ],
    rows: answer.rows.map((row) => ({
      key: `${row.kind}${row.value}`,
      cells: [
        shown(nameOf(row)),
        ...phases.map((phase) => cell(row[phase], ({ count }) => number(count))),
        ...phases.map((phase) => cell(row[phase], ({ perDay }) => mean(perDay))),
      ],
    })),
  };
}
