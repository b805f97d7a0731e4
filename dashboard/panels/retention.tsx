// SPDX-License-Identifier: AGPL-3.0-or-later
// For how long the rows behind the figures are kept, and of which months they are gone.
import type { Retention } from '../../api/schemas/retention.ts';
import { useAnswer } from '../answer.ts';
import { retentionQuestion } from '../client.ts';
import { conjunction, longMonth } from '../format.ts';
import { plural, t } from '../i18n/words.ts';

/** One paragraph; nothing until it is known. */
export function RetentionNote() {
  const { data } = useAnswer(retentionQuestion);
  if (!data) return null;
  const sealed = data.sealed.map(({ month }) => longMonth(month));
  return (
    <p class="note">
      {kept(data.months)} {sealed.length > 0 && plural('kept.sealed', sealed.length, '', conjunction(sealed))}
    </p>
  );
}

/** One sentence where the time is the same for all. */
function kept({ clicks, contacts, practices }: Retention['months']): string {
  const said = (months: number | null) => (months === null ? t('kept.ever') : plural('kept.months', months));
  if (clicks === contacts && contacts === practices)
    return clicks === null ? t('kept.allEver') : t('kept.all', { time: said(clicks) });
  return t('kept.each', { clicks: said(clicks), contacts: said(contacts), practices: said(practices) });
}
