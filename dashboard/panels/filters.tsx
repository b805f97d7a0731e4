// SPDX-License-Identifier: AGPL-3.0-or-later
// The bar of filters: which periods and channels are compared, how fresh and how complete the data are.
import type { Choices } from '../address.ts';
import { useAnswer } from '../answer.ts';
import { compareQuestion } from '../client.ts';
import { longDay, number, shortDay, shortPeriod } from '../format.ts';
import { plural, t } from '../i18n/words.ts';
import { Icon } from '../icons.tsx';
import { PAGES } from '../route.ts';
import { address, choose, hrefTo, route, town } from '../state.ts';
import { daysMissing } from '../summary.ts';
import { CopyLink } from './copy-link.tsx';
import { Disclosure } from './disclosure.tsx';
import { FilterChip } from './filter-chip.tsx';
import { later } from './later.tsx';

const PeriodForm = later(async () => (await import('./period-form.tsx')).PeriodForm);
const ChannelForm = later(async () => (await import('./channel-form.tsx')).ChannelForm);

/** The pages that compare periods. */
const COMPARING = ['overview', 'channel', 'compare', 'practices'];
/** Of these, the ones that are about a single channel. */
const OF_ONE_CHANNEL = ['channel', 'practices'];

/** The bar under the navigation, on the pages that compare; Confronto has its own periods. */
export function Filters() {
  const known = town.value;
  const asked = address.value;
  const { page } = route.value;
  const channel = page === 'practices' ? 'practice' : route.value.channel;
  if (!known || !asked || !COMPARING.includes(page)) return null;
  const { before, during } = asked.choices.phases;
  const count = asked.choices.channels.length;
  const all = known.channels.length;
  return (
    <section class="filters" aria-label={t('filter.region')}>
      <div class="wrap filters-line">
        {page !== 'compare' && (
          <Disclosure
            name="period"
            icon="calendar"
            title={t('filter.period')}
            summary={<Against {...{ before, during }} />}
          >
            {(close) => <PeriodForm phases={asked.choices.phases} town={known} close={close} />}
          </Disclosure>
        )}
        {!OF_ONE_CHANNEL.includes(page) && (
          <Disclosure
            name="channels"
            icon="channels"
            title={t('filter.channels')}
            summary={
              count === all ? t('filter.allChannels', { count }) : t('filter.someChannels', { count, all })
            }
          >
            {(close) => (
              <ChannelForm chosen={asked.choices.channels} channels={known.channels} close={close} />
            )}
          </Disclosure>
        )}
        {asked.choices.topic && (
          <FilterChip
            title={t('filter.topic')}
            value={asked.choices.topic}
            label={t('filter.remove', { topic: asked.choices.topic })}
            remove={() => choose({ topic: null })}
          />
        )}
        <Freshness
          lastDay={known.lastDay}
          choices={page === 'compare' ? null : shownChoices(asked.choices, channel)}
        />
        <CopyLink />
      </div>
      {asked.ignored.length > 0 && (
        <p class="wrap ignored" role="status">
          <Icon name="alert" />
          {t('filter.ignored', { names: asked.ignored.join(', ') })}
        </p>
      )}
    </section>
  );
}

/** The page of a channel is about that channel alone, and that of the practices about theirs. */
const shownChoices = (choices: Choices, channel: string | null): Choices =>
  channel ? { ...choices, channels: [channel] } : choices;

function Freshness({ lastDay, choices }: { lastDay: string | null; choices: Choices | null }) {
  const compare = useAnswer(choices && compareQuestion(choices));
  const missing = compare.data ? daysMissing(compare.data) : 0;
  return (
    <p class="freshness">
      {lastDay && t('filter.freshness', { day: longDay(lastDay) })}
      {missing > 0 && (
        <>
          {' · '}
          <a href={hrefTo(PAGES.data.path)}>{plural('filter.missing', missing, number(missing))}</a>
        </>
      )}
    </p>
  );
}

type Shown = { from: string; to: string | null };

function Against({ before, during }: { before: Shown; during: Shown }) {
  return (
    <>
      <span>{short(before, during)}</span> <Icon name="arrow" />
      <span class="hidden">{t('filter.against')}</span> <span>{shortPeriod(closed(during))}</span>
    </>
  );
}

const closed = ({ from, to }: Shown) => ({ from, to: to ?? from });

/** The year stands once, at the end, when both periods lie in it. */
function short(before: Shown, during: Shown): string {
  const { from, to } = closed(before);
  const isOneYear = from.slice(0, 4) === closed(during).to.slice(0, 4);
  return isOneYear ? `${shortDay(from)} – ${shortDay(to)}` : shortPeriod({ from, to });
}
