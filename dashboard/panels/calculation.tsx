// SPDX-License-Identifier: AGPL-3.0-or-later
// The drawer "Come è calcolato": what the figures of a channel rest on, and how far they can be trusted.
import type { ComponentChildren } from 'preact';
import { useEffect } from 'preact/hooks';
import type { Compare, Comparison } from '../../api/schemas.ts';
import { endsOf, ticksOf } from '../charts/log-scale.ts';
import { Whisker } from '../charts/whisker.tsx';
import { daysCompared, headline, type Ratio, standing } from '../comparison.ts';
import { interval, longPeriod, mean, number, ratio, runs } from '../format.ts';
import { spoken, t } from '../i18n/words.ts';
import { Icon } from '../icons.tsx';
import { PAGES } from '../route.ts';
import { hrefTo, phaseName } from '../state.ts';
import { Drawer, openDrawer } from './drawer.tsx';

const NAME = 'calcolo';
const AGAIN_MS = 2_000;

interface Props {
  compare: Compare;
  label: string;
  /** Asks again, as long as the control dates are being computed. */
  again: () => void;
}

/** The button, and the drawer that it opens. */
export function Calculation({ compare, label, again }: Props) {
  const comparison = compare.channels[0];
  useEffect(() => {
    if (!compare.placeboPending) return;
    const timer = setTimeout(again, AGAIN_MS);
    return () => clearTimeout(timer);
  }, [compare, again]);
  if (!comparison) return null;
  const found = standing(comparison) === 'compared' ? headline(comparison) : null;
  const figure = found ? t('calculation.figure', { label, ratio: ratio(found.estimate) }) : label;
  return (
    <p class="calculation">
      <button type="button" class="button" aria-haspopup="dialog" onClick={() => openDrawer(NAME)}>
        <Icon name="info" />
        {t('calculation.open')}
      </button>
      <Drawer name={NAME} title={t('calculation.title', { label: figure })}>
        <Days compare={compare} comparison={comparison} />
        {found && <Sensitivity comparison={comparison} />}
        <Said title={t('calculation.beginning')} sentences={comparison.sentences[spoken()].beginning} />
        <Said title={t('calculation.after')} sentences={comparison.sentences[spoken()].after} />
        {found && <Placebo compare={compare} comparison={comparison} />}
        <SimpleTests comparison={comparison} />
        <Said title={t('calculation.read')} sentences={comparison.sentences[spoken()].captions} />
        <p>
          <a href={hrefTo(PAGES.method.path)}>{t('calculation.method')}</a>
          {' · '}
          <a href={hrefTo(PAGES.data.path)}>{t('calculation.sources')}</a>
        </p>
      </Drawer>
    </p>
  );
}

function Part({ title, children }: { title: string; children: ComponentChildren }) {
  return (
    <section class="calculation-part">
      <h3>{title}</h3>
      {children}
    </section>
  );
}

function Said({ title, sentences }: { title: string; sentences: readonly string[] }) {
  if (sentences.length === 0) return null;
  return (
    <Part title={title}>
      {sentences.map((sentence) => (
        <p key={sentence}>{sentence}</p>
      ))}
    </Part>
  );
}

function Days({ compare, comparison }: { compare: Compare; comparison: Comparison }) {
  const { withData, expected } = daysCompared(comparison);
  const { means, missing } = comparison;
  return (
    <dl class="facts">
      <dt>{phaseName('before')}</dt>
      <dd>{longPeriod(compare.before)}</dd>
      <dt>{phaseName('during')}</dt>
      <dd>{longPeriod(compare.during)}</dd>
      <dt>{t('table.days')}</dt>
      <dd>{t('days.ofOpen', { days: number(withData), expected: number(expected) })}</dd>
      {missing.length > 0 && (
        <>
          <dt>{t('calculation.missing')}</dt>
          <dd>{runs(missing)}</dd>
        </>
      )}
      {means && (
        <>
          <dt>{t('calculation.means')}</dt>
          <dd>{t('calculation.fromTo', { before: mean(means.before), during: mean(means.during) })}</dd>
        </>
      )}
    </dl>
  );
}

/** The ratio under other choices, on one axis. */
function Sensitivity({ comparison: { sensitivity } }: { comparison: Comparison }) {
  const known = sensitivity.flatMap(({ variant, ratio }) =>
    ratio ? [{ variant, ratio: ratio as Ratio }] : [],
  );
  if (known.length < 2) return null;
  const ends = endsOf(known.map((each) => each.ratio));
  return (
    <Part title={t('calculation.sensitivity')}>
      <table class="variants">
        <tbody>
          {known.map((each) => (
            <tr key={each.variant}>
              <th scope="row">{t(`variant.${each.variant}`)}</th>
              <td class="variant-plot">
                <Whisker
                  ratio={each.ratio}
                  outcome={sideOf(each.ratio)}
                  ends={ends}
                  ticks={ticksOf(ends)}
                  height={26}
                />
              </td>
              <td class="figure">
                {ratio(each.ratio.estimate)} <small>{interval(each.ratio)}</small>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Part>
  );
}

const sideOf = ({ low, high }: Ratio) => (low > 1 ? 'increase' : high < 1 ? 'decrease' : 'none');

function Placebo({ compare, comparison: { placebo } }: { compare: Compare; comparison: Comparison }) {
  return (
    <Part title={t('calculation.placebo')}>
      <p role="status">{placeboSentence(compare, placebo)}</p>
    </Part>
  );
}

function placeboSentence({ placeboPending }: Compare, placebo: Comparison['placebo']): string {
  if (placeboPending) return t('placebo.pending');
  if (!placebo || placebo.dates === 0 || placebo.shareAsLarge === null) return t('placebo.none');
  const words = {
    dates: number(placebo.dates),
    count: number(Math.round(placebo.shareAsLarge * placebo.dates)),
  };
  return t(placebo.of === 'ratio' ? 'placebo.plain' : 'placebo.said', words);
}

function SimpleTests({ comparison: { simpleTests } }: { comparison: Comparison }) {
  const { welch, mannWhitney } = simpleTests;
  if (!welch && !mannWhitney) return null;
  return (
    <Part title={t('calculation.simple')}>
      <p>{t('simple.note')}</p>
      <ul>
        {welch && (
          <li>
            {t('simple.welch', {
              low: number(welch.low, 1),
              high: number(welch.high, 1),
              p: pText(welch.pValue),
            })}
          </li>
        )}
        {mannWhitney && <li>{t('simple.mannWhitney', { p: pText(mannWhitney.pValue) })}</li>}
      </ul>
    </Part>
  );
}

const pText = (p: number): string => (p < 0.001 ? `< ${number(0.001, 3)}` : `= ${number(p, 3)}`);
