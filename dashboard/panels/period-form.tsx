// SPDX-License-Identifier: AGPL-3.0-or-later
// The chooser of the three periods. What is typed counts only once applied, and only when it makes sense.
import { useState } from 'preact/hooks';
import type { Town } from '../../api/schemas.ts';
import { PHASES, type Phase } from '../../sql/vocabulary.ts';
import { checkPhases, type OpenPeriod, type PhaseError, type Phases, usualChoices } from '../address.ts';
import { t } from '../i18n/words.ts';
import { Icon } from '../icons.tsx';
import { chooseAfterPaint } from '../state.ts';
import { focusFirst } from './use-disclosure.ts';

interface Props {
  phases: Phases;
  town: Town;
  close: () => void;
}

/** Three date ranges with native inputs. */
export function PeriodForm({ phases, town, close }: Props) {
  const [draft, setDraft] = useState(phases);
  const [wrong, setWrong] = useState<ReturnType<typeof checkPhases>>(null);
  const apply = (event: Event) => {
    event.preventDefault();
    const found = checkPhases(draft);
    setWrong(found);
    if (found) return document.getElementById(inputId(found.phase, endOf(found.error)))?.focus();
    close();
    chooseAfterPaint({ phases: draft });
  };
  const change = (phase: Phase, period: OpenPeriod) => setDraft({ ...draft, [phase]: period });
  return (
    <form ref={focusFirst} noValidate onSubmit={apply} aria-label={t('filter.period')}>
      {PHASES.map((phase) => (
        <Range
          key={phase}
          phase={phase}
          period={draft[phase]}
          error={wrong?.phase === phase ? wrong.error : null}
          onChange={(period) => change(phase, period)}
        />
      ))}
      <div class="popover-actions">
        <button type="submit" class="button button-main">
          {t('filter.apply')}
        </button>
        <button type="button" class="button" onClick={close}>
          {t('filter.cancel')}
        </button>
        <button type="button" class="button button-quiet" onClick={() => setDraft(usualChoices(town).phases)}>
          {t('filter.defaults')}
        </button>
      </div>
    </form>
  );
}

type End = 'from' | 'to';
const inputId = (phase: Phase, end: End): string => `${phase}-${end}`;
const endOf = (error: PhaseError): End => (error === 'end' || error === 'order' ? 'to' : 'from');

interface RangeProps {
  phase: Phase;
  period: OpenPeriod;
  error: PhaseError | null;
  onChange: (period: OpenPeriod) => void;
}

function Range({ phase, period, error, onChange }: RangeProps) {
  const note = `${phase}-note`;
  const field = (end: End) => (
    <label>
      <span>{t(`filter.${end}`)}</span>
      <input
        id={inputId(phase, end)}
        type="date"
        value={period[end] ?? ''}
        aria-invalid={error !== null && endOf(error) === end}
        aria-describedby={error || phase === 'after' ? note : undefined}
        onInput={({ currentTarget: { value } }) =>
          onChange({ ...period, [end]: value || (end === 'to' ? null : '') })
        }
      />
    </label>
  );
  return (
    <fieldset class="range">
      <legend>{t(`phase.${phase}`)}</legend>
      {field('from')}
      {field('to')}
      {error ? (
        <p class="range-error" id={note} role="alert">
          <Icon name="alert" />
          {t(`error.${error}`, { phase: t(`phase.${phase}`).toLowerCase() })}
        </p>
      ) : (
        phase === 'after' && (
          <p class="note" id={note}>
            {t('filter.openEnd')}
          </p>
        )
      )}
    </fieldset>
  );
}
