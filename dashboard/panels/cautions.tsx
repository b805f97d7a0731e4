// SPDX-License-Identifier: AGPL-3.0-or-later
// What to know before using the figures: days without data, doubtful zeros, what is not corrected. Amber asks for a
// decision; all else is grey.
import type { ComponentChildren } from 'preact';
import type { Compare, Comparison, Town } from '../../api/schemas.ts';
import { coverage, GOOD_COVERAGE, standing } from '../comparison.ts';
import { capital, conjunction, coveragePercent, number, runs } from '../format.ts';
import { plural, t } from '../i18n/words.ts';
import { Icon, type IconName } from '../icons.tsx';
import { labelIn } from '../labels.ts';
import { PAGES } from '../route.ts';
import { hrefTo } from '../state.ts';

interface Props {
  compare: Compare;
  channels: Town['channels'];
}

interface Caution {
  icon: IconName;
  wantsDecision?: boolean;
  title: string;
  text: ComponentChildren;
}

/** The notices, made from the comparison; a page without any says that nothing is missing. */
export function Cautions({ compare, channels }: Props) {
  const list = cautions(compare, (comparison) => labelIn(channels, comparison.channel));
  return (
    <section class="card cautions" aria-labelledby="cautions">
      <h2 id="cautions">{t('cautions.title')}</h2>
      {list.length === 0 && <p class="note">{t('cautions.none')}</p>}
      <ul>
        {list.map(({ icon, wantsDecision, title, text }) => (
          <li key={title} class={wantsDecision ? 'caution caution-amber' : 'caution'}>
            <Icon name={icon} />
            <p>
              <strong>{title}</strong> {text}
            </p>
          </li>
        ))}
      </ul>
    </section>
  );
}

function cautions({ channels }: Compare, label: (comparison: Comparison) => string): Caution[] {
  const compared = channels.filter((each) => standing(each) === 'compared');
  const plain = compared.filter(({ headline, closedByLaw }) => headline === 'ratio' && !closedByLaw);
  const law = compared.filter(({ closedByLaw }) => closedByLaw);
  return [
    ...channels.flatMap((each) => doubtful(each, label(each))),
    ...channels.flatMap((each) => gaps(each, label(each))),
    ...listed(plain, label, (names) => ({
      icon: 'season',
      title: t('cautions.season', { names }),
      text: t('cautions.seasonText'),
    })),
    ...listed(law, label, (names) => ({
      icon: 'lock',
      title: t('cautions.law', { names }),
      text: t('cautions.lawText'),
    })),
  ];
}

function listed(
  list: readonly Comparison[],
  label: (comparison: Comparison) => string,
  say: (names: string) => Caution,
): Caution[] {
  if (list.length === 0) return [];
  return [
    say(capital(conjunction(list.map((each, i) => (i === 0 ? label(each) : label(each).toLowerCase()))))),
  ];
}

function doubtful({ suspiciousZeros }: Comparison, label: string): Caution[] {
  if (suspiciousZeros.length === 0) return [];
  const days = suspiciousZeros.reduce((sum, { days }) => sum + days, 0);
  const link = <a href={hrefTo(PAGES.data.path)}>{t('cautions.decide')}</a>;
  const when = runs(suspiciousZeros.map(({ first, last }) => ({ from: first, to: last })));
  const title = `${label}: ${plural('cautions.zeros', days, number(days))}`;
  return [
    {
      icon: 'alert',
      wantsDecision: true,
      title: `${title}.`,
      text: (
        <>
          {t('cautions.zerosText', { when })} {link}
        </>
      ),
    },
  ];
}

function gaps(comparison: Comparison, label: string): Caution[] {
  const { missing } = comparison;
  if (missing.length === 0) return [];
  const share = coverage(comparison);
  const low = share !== null && share < GOOD_COVERAGE;
  const text = t('cautions.gapsText', { runs: runs(missing) });
  const part = low ? ` ${t('cautions.low', { percent: coveragePercent(share) })}` : '';
  return [{ icon: 'table', title: t('cautions.gaps', { label }), text: text + part }];
}
