// SPDX-License-Identifier: AGPL-3.0-or-later
// Canale: one channel in full.
import '../style/channel.css';
import type { Dimension } from '../../api/schemas/breakdown.ts';
import type { Town } from '../../api/schemas.ts';
import { type Choices, shownRange } from '../address.ts';
import { useAnswer } from '../answer.ts';
import { compareQuestion, seriesQuestion } from '../client.ts';
import { t } from '../i18n/words.ts';
import { ChannelIcon, channelClass } from '../icons.tsx';
import { useNotes } from '../notes.ts';
import { Breakdown } from '../panels/breakdown.tsx';
import { ByWeekday } from '../panels/by-weekday.tsx';
import { Calculation } from '../panels/calculation.tsx';
import { ChannelFacts } from '../panels/channel-facts.tsx';
import { Hours } from '../panels/hours.tsx';
import { Notes } from '../panels/notes.tsx';
import { PageHead } from '../panels/page-head.tsx';
import { Panel, Spoken } from '../panels/states.tsx';
import { Timelines } from '../panels/timelines.tsx';
import { channelPath, PAGES } from '../route.ts';
import { address, hrefTo, route, town } from '../state.ts';
import { Unknown } from './unknown.tsx';

/** The page of the channel in the address; without one, of the first. */
export function Channel() {
  const channels = town.value?.channels ?? [];
  const code = route.value.channel ?? channels[0]?.code;
  const channel = channels.find((known) => known.code === code);
  const choices = address.value?.choices;
  if (!channel || !choices || !town.value) return <Unknown />;
  return (
    <>
      <PageHead title={channel.label} between={[{ label: t('nav.channel'), path: PAGES.channel.path }]} />
      <Switch channels={channels} current={channel.code} />
      <Panels town={town.value} channel={channel} choices={choices} />
    </>
  );
}

interface Props {
  town: Town;
  channel: Town['channels'][number];
  choices: Choices;
}

function Panels({ town, channel, choices }: Props) {
  const { granularity, topic } = choices;
  const codes = [channel.code];
  const range = shownRange(choices, town);
  const question = compareQuestion({ ...choices, channels: codes });
  const compare = useAnswer(question);
  const weeks = useAnswer(seriesQuestion(range, 'week', codes, topic));
  const days = useAnswer(seriesQuestion(range, 'day', codes, topic));
  const months = useAnswer(granularity === 'month' ? seriesQuestion(range, 'month', codes, topic) : null);
  const period = { from: range.from, to: range.to ?? range.from };
  const notes = useNotes(period, codes);
  return (
    <>
      <Panel asked={compare} kind="channel">
        {(known) => (
          <>
            <ChannelFacts compare={known} />
            <Calculation compare={known} label={channel.label} again={compare.retry} />
          </>
        )}
      </Panel>
      <Timelines
        town={town}
        channels={[channel]}
        granularity={granularity}
        {...{ compare, days, weeks, months, notes }}
      />
      <Notes channel={channel.code} period={period} />
      <div class="channel-panels">
        <Hours channel={channel.code} choices={choices} />
        <ByWeekday channel={channel.code} {...{ compare, question }} />
        {dimensionsOf(channel.code).map((by) => (
          <Breakdown key={by} channel={channel.code} by={by} choices={choices} />
        ))}
      </div>
      <Spoken asked={compare} />
    </>
  );
}

/** By what the contacts of a channel are told apart. */
function dimensionsOf(code: string): readonly Dimension[] {
  if (code === 'web') return ['page', 'action', 'referrer', 'device'];
  return code === 'practice' ? ['kind', 'topic', 'means', 'outcome'] : ['topic', 'platform'];
}

/** The way from one channel to another. */
function Switch({ channels, current }: { channels: Town['channels']; current: string }) {
  return (
    <nav class="switch" aria-label={t('channel.switch')}>
      <ul>
        {channels.map(({ code, label }) => (
          <li key={code} class={channelClass(code)}>
            <a href={hrefTo(channelPath(code))} aria-current={code === current ? 'page' : undefined}>
              <ChannelIcon code={code} />
              {label}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
