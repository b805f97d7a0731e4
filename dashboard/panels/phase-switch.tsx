// SPDX-License-Identifier: AGPL-3.0-or-later
import { PHASES, type Phase } from '../../sql/vocabulary.ts';
import { PHASE_NAMES } from '../address.ts';
import { t } from '../i18n/words.ts';
import { parameter, phaseName, setParameter } from '../state.ts';

const PARAMETER = 'fase';

/** The phase that bars and shares are drawn for; the address says it when it is not "during". */
export const chosenPhase = (among: readonly Phase[]): Phase =>
  among.find((phase) => PHASE_NAMES[phase] === parameter(PARAMETER)) ?? 'during';

/** Chooses that phase, among those there are. */
export function PhaseSwitch({ phases }: { phases: readonly Phase[] }) {
  const chosen = chosenPhase(phases);
  return (
    <fieldset class="segments">
      <legend class="hidden">{t('phases.choose')}</legend>
      {PHASES.filter((phase) => phases.includes(phase)).map((phase) => (
        <label key={phase} class={phase === chosen ? 'segment segment-chosen' : 'segment'}>
          <input
            type="radio"
            name={PARAMETER}
            class="hidden"
            checked={phase === chosen}
            onChange={() => setParameter(PARAMETER, phase === 'during' ? null : PHASE_NAMES[phase])}
          />
          {phaseName(phase)}
        </label>
      ))}
    </fieldset>
  );
}
