// SPDX-License-Identifier: AGPL-3.0-or-later
// The chooser of the days that the page of the data shows; apart from the periods that are compared.
import { useState } from 'preact/hooks';
import { type Period, parsePeriod } from '../../sql/vocabulary.ts';
import { shortPeriod } from '../format.ts';
import { t } from '../i18n/words.ts';
import { Icon } from '../icons.tsx';
import { parameter, setParameter } from '../state.ts';
import { Disclosure } from './disclosure.tsx';
import { focusFirst } from './use-disclosure.ts';

const PARAMETER = 'periodo';
/** More than anybody reads at once, and little for the server. */
const MOST_YEARS = 10;

/** The days in the address, or null when it says none that can be shown. */
export function askedPeriod(): Period | null {
  const period = parsePeriod(parameter(PARAMETER) ?? '');
  return period?.to && isShort(period.from, period.to) ? { from: period.from, to: period.to } : null;
}

const isShort = (from: string, to: string): boolean =>
  Number(to.slice(0, 4)) - Number(from.slice(0, 4)) <= MOST_YEARS;

/** A button that says the days, and a form with two dates under it. */
export function CoveragePeriod({ period }: { period: Period }) {
  return (
    <Disclosure name="days" icon="calendar" title={t('data.period')} summary={shortPeriod(period)}>
      {(close) => <Form period={period} close={close} />}
    </Disclosure>
  );
}

function Form({ period, close }: { period: Period; close: () => void }) {
  const [draft, setDraft] = useState(period);
  const [isWrong, setWrong] = useState(false);
  const apply = (event: Event) => {
    event.preventDefault();
    const text = `${draft.from}..${draft.to}`;
    const isRight = parsePeriod(text)?.to != null && isShort(draft.from, draft.to);
    setWrong(!isRight);
    if (!isRight) return document.getElementById('days-from')?.focus();
    close();
    setParameter(PARAMETER, text);
  };
  return (
    <form ref={focusFirst} noValidate onSubmit={apply} aria-label={t('data.period')}>
      <fieldset class="range">
        <legend class="hidden">{t('data.period')}</legend>
        {(['from', 'to'] as const).map((end) => (
          <label key={end}>
            <span>{t(`filter.${end}`)}</span>
            <input
              id={`days-${end}`}
              type="date"
              value={draft[end]}
              aria-invalid={isWrong}
              aria-describedby={isWrong ? 'days-error' : undefined}
              onInput={({ currentTarget: { value } }) => setDraft({ ...draft, [end]: value })}
            />
          </label>
        ))}
        {isWrong && (
          <p class="range-error" id="days-error" role="alert">
            <Icon name="alert" />
            {t('data.periodError', { years: MOST_YEARS })}
          </p>
        )}
      </fieldset>
      <div class="popover-actions">
        <button type="submit" class="button button-main">
          {t('filter.apply')}
        </button>
        <button type="button" class="button" onClick={close}>
          {t('filter.cancel')}
        </button>
        {parameter(PARAMETER) && (
          <button
            type="button"
            class="button button-quiet"
            onClick={() => {
              close();
              setParameter(PARAMETER, null);
            }}
          >
            {t('data.periodUsual')}
          </button>
        )}
      </div>
    </form>
  );
}
