// SPDX-License-Identifier: AGPL-3.0-or-later
// What the newspaper wrote of the lockdown, beside the same figures as they come out of the data.
import type { Compare, Comparison } from '../../api/schemas.ts';
import { headline, standing } from '../comparison.ts';
import { interval, mean, number, ratio } from '../format.ts';
import { plural, t } from '../i18n/words.ts';
import { inPhase, needsCauses } from '../state.ts';

interface Figure {
  said: string;
  figure: string;
  note: string;
}

/** The four figures of the article; of another period than the town's lockdown it said nothing. */
export function Article({ compare }: { compare: Compare }) {
  if (!needsCauses()) return null;
  const figures = [practices, social, chats, clicks].flatMap((figure) => figure(compare) ?? []);
  if (figures.length === 0) return null;
  return (
    <aside class="article" aria-labelledby="article">
      <h2 id="article">{t('article.title')}</h2>
      <dl>
        {figures.map(({ said, figure, note }) => (
          <div key={said}>
            <dt>{t('article.quote', { said })}</dt>
            <dd>
              {figure} <small>{note}</small>
            </dd>
          </div>
        ))}
      </dl>
    </aside>
  );
}

const known = ({ channels }: Compare, code: string): Comparison | undefined =>
  channels.find(({ channel, during }) => channel === code && during.daysWithData > 0);

/** A total is of the days with data, and says of how many. */
function total(compare: Compare, code: string, said: string): Figure | null {
  const found = known(compare, code)?.during;
  if (!found) return null;
  const days = plural('days', found.daysWithData, number(found.daysWithData));
  const whole = { days, expected: number(found.expectedDays) };
  const isWhole = found.daysWithData === found.expectedDays;
  return {
    said,
    figure: number(found.total),
    note: isWhole ? t('article.days', { days }) : t('article.partOfDays', whole),
  };
}

const practices = (compare: Compare) => total(compare, 'practice', t('article.practices'));
const social = (compare: Compare) => total(compare, 'social', t('article.social'));

function chats(compare: Compare): Figure | null {
  const found = known(compare, 'chat');
  const times = found && standing(found) === 'compared' ? headline(found) : null;
  if (!times) return null;
  return { said: t('article.chat'), figure: ratio(times.estimate), note: interval(times) };
}

function clicks(compare: Compare): Figure | null {
  const found = known(compare, 'web');
  if (!found) return null;
  return {
    said: t('article.web'),
    figure: t('article.aDay', { mean: mean(found.during.meanPerDay) }),
    note: t('article.was', { mean: mean(found.before.meanPerDay), in: inPhase('before') }),
  };
}
