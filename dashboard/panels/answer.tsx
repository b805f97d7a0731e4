// SPDX-License-Identifier: AGPL-3.0-or-later
// The answer: the question as heading, one sentence made from the data, and what it does not say.
import type { Compare, Town } from '../../api/schemas.ts';
import type { Phases } from '../address.ts';
import type { Asked } from '../answer.ts';
import { longPeriod, number } from '../format.ts';
import { plural, t } from '../i18n/words.ts';
import { ChannelIcon, channelClass } from '../icons.tsx';
import { answer, unit } from '../sentence.ts';
import { inPhase, needsCauses, theDuring } from '../state.ts';
import { Panel } from './states.tsx';

interface Props {
  compare: Asked<Compare>;
  channels: Town['channels'];
  phases: Phases;
}

/** The top of the page, enough for who reads nothing else. */
export function Answer({ compare, channels, phases }: Props) {
  const { before, during } = phases;
  const periods = { before: closed(before), during: closed(during) };
  return (
    <section class="answer" aria-labelledby="question">
      <div>
        <h1 id="question" class="question" tabIndex={-1}>
          {t('answer.question', { the: theDuring(), ...periods })}
        </h1>
        <Panel asked={compare} kind="answer">
          {(known) => <Sentence compare={known} channels={channels} />}
        </Panel>
      </div>
      {compare.data && <Totals compare={compare.data} channels={channels} />}
    </section>
  );
}

const closed = ({ from, to }: Phases['before']): string => longPeriod({ from, to: to ?? from });

function Sentence({ compare, channels }: { compare: Compare; channels: Town['channels'] }) {
  const pieces = answer(compare.channels, channels);
  return (
    <>
      <p class="sentence">
        {pieces.map(({ text, tone }) => {
          if (!tone) return text;
          return tone === 'strong' ? <strong key={text}>{text}</strong> : <small key={text}>{text}</small>;
        })}
      </p>
      {pieces.length > 1 && <p class="simple">{t('answer.interval')}</p>}
      {needsCauses() && <p class="causes">{t('answer.causes')}</p>}
    </>
  );
}

/** What was counted on the digital channels: totals, with the days they rest on. */
function Totals({ compare, channels }: { compare: Compare; channels: Town['channels'] }) {
  const digital = channels.filter((channel) => channel.digital);
  const rows = compare.channels.flatMap((comparison) => {
    const channel = digital.find(({ code }) => code === comparison.channel);
    return channel && comparison.during.daysWithData > 0 ? [{ channel, ...comparison.during }] : [];
  });
  if (rows.length === 0) return null;
  return (
    <aside class="totals" aria-labelledby="totals">
      <h2 id="totals">{t('totals.title', { in: inPhase('during') })}</h2>
      <dl>
        {rows.map(({ channel, total, daysWithData }) => (
          <div key={channel.code} class={channelClass(channel.code)}>
            <dt>
              <ChannelIcon code={channel.code} />
              {channel.label}
            </dt>
            <dd>
              {number(total)} <small>{totalNote(channel.code, total, daysWithData)}</small>
            </dd>
          </div>
        ))}
      </dl>
      <p class="note">{t('totals.note')}</p>
    </aside>
  );
}

function totalNote(code: string, total: number, days: number): string {
  return t('totals.days', { unit: unit(code, total), days: plural('days', days, number(days)) });
}
