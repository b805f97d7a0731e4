// SPDX-License-Identifier: AGPL-3.0-or-later
// Which periods are compared: those offered by name, or any.
import { useState } from 'preact/hooks';
import type { Town } from '../../api/schemas.ts';
import { longDay, shortPeriod } from '../format.ts';
import { t } from '../i18n/words.ts';
import { Icon } from '../icons.tsx';
import { type Periods, type Preset, readPeriods, writePeriods } from '../presets.ts';
import { hrefWith, setParameter } from '../state.ts';

interface Props {
  presets: readonly Preset[];
  chosen: Periods;
  town: Town;
}

/** The list of the presets, and the form for periods of one's own. */
export function Presets({ presets, chosen, town }: Props) {
  const now = writePeriods(chosen);
  const isOwn = !presets.some(({ periods }) => writePeriods(periods) === now);
  return (
    <section class="presets" aria-labelledby="presets">
      <h2 id="presets">{t('compare.presets')}</h2>
      <ul>
        {presets.map(({ label, periods, isKnown }) => (
          <li key={label}>
            {isKnown ? (
              <a
                class="preset"
                href={hrefWith('periodi', writePeriods(periods))}
                aria-current={writePeriods(periods) === now ? 'true' : undefined}
              >
                <strong>{label}</strong> <PeriodsText periods={periods} />
              </a>
            ) : (
              <p class="preset preset-off">
                <strong>{label}</strong> <PeriodsText periods={periods} />
                <small>{unknown(town)}</small>
              </p>
            )}
          </li>
        ))}
      </ul>
      <OwnPeriods chosen={chosen} isOpen={isOwn} />
    </section>
  );
}

function PeriodsText({ periods: { first, second, third } }: { periods: Periods }) {
  const list = [first, second, ...(third ? [third] : [])].map(shortPeriod);
  return <small>{list.join(' · ')}</small>;
}

function unknown({ firstDay, lastDay }: Town): string {
  if (!firstDay || !lastDay) return t('compare.noData');
  return t('compare.outside', { from: longDay(firstDay), to: longDay(lastDay) });
}

type Draft = Record<'first' | 'second' | 'third', { from: string; to: string }>;
const NAMES = ['first', 'second', 'third'] as const;

/** Native date inputs; the third period may stay empty. */
function OwnPeriods({ chosen, isOpen }: { chosen: Periods; isOpen: boolean }) {
  const none = { from: '', to: '' };
  const [draft, setDraft] = useState<Draft>({ ...chosen, third: chosen.third ?? none });
  const [isWrong, setWrong] = useState(false);
  const apply = (event: Event) => {
    event.preventDefault();
    const written = NAMES.map((name) => draft[name])
      .filter(({ from, to }) => from || to)
      .map(({ from, to }) => `${from}..${to}`)
      .join(',');
    const isRight = readPeriods(written) !== null;
    setWrong(!isRight);
    if (isRight) setParameter('periodi', written);
  };
  return (
    <details class="own-periods" open={isOpen}>
      <summary>{t('compare.own')}</summary>
      <form noValidate onSubmit={apply}>
        {NAMES.map((name) => (
          <fieldset key={name} class="range">
            <legend>{t(`compare.${name}`)}</legend>
            {(['from', 'to'] as const).map((end) => (
              <label key={end}>
                <span>{t(`filter.${end}`)}</span>
                <input
                  type="date"
                  value={draft[name][end]}
                  aria-invalid={isWrong}
                  onInput={({ currentTarget: { value } }) =>
                    setDraft({ ...draft, [name]: { ...draft[name], [end]: value } })
                  }
                />
              </label>
            ))}
          </fieldset>
        ))}
        {isWrong && (
          <p class="range-error" role="alert">
            <Icon name="alert" />
            {t('compare.wrong')}
          </p>
        )}
        <button type="submit" class="button button-main">
          {t('filter.apply')}
        </button>
      </form>
    </details>
  );
}
