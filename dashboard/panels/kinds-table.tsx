// SPDX-License-Identifier: AGPL-3.0-or-later
// The table of the kinds of practices, with the marks in its rows.
import type { Closing } from '../../api/schemas/practices.ts';
import type { Phase } from '../../sql/vocabulary.ts';
import { byCount, countIn, hiddenBy, phasesIn, valueName } from '../breakdown.ts';
import { Bar } from '../charts/bar.tsx';
import { Range, RangeAxis, type Scale, scaleTo } from '../charts/range.tsx';
import { number } from '../format.ts';
import { plural, t } from '../i18n/words.ts';
import { phaseName } from '../state.ts';
import { NoFigure } from './data-table.tsx';
import type { Kind, Kinds } from './practice-kinds.tsx';

/** Half days occur: the median of an even number. */
export const days = (value: number): string => number(value, Number.isInteger(value) ? 0 : 1);

interface Props {
  kinds: Kinds;
  phase: Phase;
  threshold: number;
}

/** What the rows have in common. */
interface Shared extends Props {
  phases: readonly Phase[];
  /** The longest bar. */
  highest: number;
  /** The axis of the times; null where none are known. */
  scale: Scale | null;
}

/** A row a kind, with count, bar and time to close; the total below. */
export function KindsTable({ kinds, phase, threshold }: Props) {
  const rows = byCount(kinds.rows, phase);
  const highest = Math.max(...rows.map((row) => countIn(row, phase) ?? 0));
  const scale = kinds.closing && scaleOf(kinds, phase);
  const shared: Shared = { kinds, phase, threshold, phases: phasesIn(kinds), highest, scale };
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
    <section class="scroller" tabIndex={0} aria-label={t('practices.kinds.region')}>
      <table class="figures kinds">
        <caption class="hidden">{t('practices.kinds.title')}</caption>
        <Head {...shared} />
        <tbody>
          {rows.map((row) => (
            <KindRow key={`${row.kind} ${row.value}`} row={row} {...shared} />
          ))}
        </tbody>
        <Total {...shared} />
      </table>
    </section>
  );
}

function KindRow({ row, kinds, phases, phase, threshold, highest, scale }: Shared & { row: Kind }) {
  const shown = countIn(row, phase);
  return (
    <tr>
      <th scope="row">{valueName(row)}</th>
      {phases.map((each) => (
        <td key={each} class={countClass(each, phase)}>
          {countOf(row, each) ?? <NoFigure why={hiddenBy(row[each], threshold) ?? 'missing'} />}
        </td>
      ))}
      <td class="kinds-bar">{shown !== null && <Bar value={shown} highest={highest} />}</td>
      {scale && (
        <Times closing={row.closing?.[phase] ?? null} scale={scale} why={whyNone(row, phase, kinds)} />
      )}
    </tr>
  );
}

function countOf(row: Kind, phase: Phase): string | null {
  const count = countIn(row, phase);
  return count === null ? null : number(count);
}

function Total({ kinds, phases, phase, scale }: Shared) {
  return (
    <tfoot>
      <tr>
        <th scope="row">{t('practices.total')}</th>
        {phases.map((each) => (
          <td key={each} class={countClass(each, phase)}>
            {totalOf(kinds, each)}
          </td>
        ))}
        <td class="kinds-bar" />
        {scale && <Times closing={kinds.closing?.[phase] ?? null} scale={scale} why={tooFew(kinds)} />}
      </tr>
    </tfoot>
  );
}

/** A topic that is rare has no total either. */
function totalOf(kinds: Kinds, phase: Phase) {
  const total = kinds[phase]?.total ?? null;
  return total === null ? <NoFigure why="concealed" /> : number(total);
}

/** The phase that is looked at is strong; the other late one gives way on a phone. */
function countClass(each: Phase, phase: Phase): string {
  const isMinor = each !== 'before' && each !== (phase === 'before' ? 'during' : phase);
  return `figure${each === phase ? ' figure-strong' : ''}${isMinor ? ' minor' : ''}`;
}

function scaleOf({ rows, closing }: Kinds, phase: Phase): Scale {
  const times = [closing?.[phase], ...rows.map((row) => row.closing?.[phase])];
  return scaleTo(Math.max(1, ...times.map((each) => each?.p90 ?? 0)));
}

/** In words why there are no times; of a hidden count nothing is said. */
function whyNone(row: Kind, phase: Phase, kinds: Kinds): string {
  return row.kind === 'value' && countIn(row, phase) ? tooFew(kinds) : '';
}

const tooFew = ({ leastClosed }: Kinds): string => t('practices.few', { least: leastClosed });

function Head({ kinds, phases, phase, scale }: Shared) {
  return (
    <thead>
      <tr>
        <th scope="col">{t('practices.kind')}</th>
        {phases.map((each) => (
          <th key={each} scope="col" class={countClass(each, phase)}>
            {phaseName(each)} <span class="kinds-days">{daysOf(kinds, each)}</span>
          </th>
        ))}
        <td class="kinds-bar" />
        {scale && (
          <>
            <th scope="col" class="figure">
              {t('practices.median')}
            </th>
            <td class="kinds-range">
              <RangeAxis scale={scale} />
            </td>
            <th scope="col" class="figure">
              {t('practices.p90')}
            </th>
          </>
        )}
      </tr>
    </thead>
  );
}

function daysOf(kinds: Kinds, phase: Phase): string {
  const count = kinds[phase]?.daysWithData ?? 0;
  return plural('days', count, number(count));
}

function Times({ closing, scale, why }: { closing: Closing; scale: Scale; why: string }) {
  const unknown = <NoFigure why="missing" />;
  return (
    <>
      <td class="figure">{closing ? days(closing.median) : unknown}</td>
      <td class="kinds-range">{closing ? <Range {...closing} scale={scale} /> : <small>{why}</small>}</td>
      <td class="figure">{closing ? days(closing.p90) : unknown}</td>
    </>
  );
}
