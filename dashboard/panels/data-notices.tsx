// SPDX-License-Identifier: AGPL-3.0-or-later
// What asks somebody for a decision: zeros that are hard to believe, and files that are late. What was decided can be undone.
import { useRef, useState } from 'preact/hooks';
import type { ChannelCoverage, Coverage } from '../../api/schemas/coverage.ts';
import type { Decision } from '../../api/schemas/decisions.ts';
import type { Town } from '../../api/schemas.ts';
import { decide, undoDecision } from '../client.ts';
import { capital, instant, longDay, number, runs, shortPeriod } from '../format.ts';
import { plural, t } from '../i18n/words.ts';
import { Icon } from '../icons.tsx';
import { labelIn } from '../labels.ts';
import { unit } from '../sentence.ts';

interface Props {
  town: Town;
  /** null while it is being read. */
  coverage: Coverage | null;
  decisions: readonly Decision[];
  /** Asks for everything anew. */
  again: () => void;
}

/** The notices, then the decisions. */
export function DataNotices({ town, coverage, decisions, again }: Props) {
  const status = useRef<HTMLParagraphElement>(null);
  const [said, setSaid] = useState('');
  const act = async (task: Promise<unknown>, done: string) => {
    const isDone = await task.then(() => true).catch(() => false);
    setSaid(isDone ? done : t('data.actFailed'));
    status.current?.focus();
    if (isDone) again();
  };
  const channels = coverage?.channels ?? [];
  return (
    <div class="asks">
      <div class="asks-list">
        {channels.flatMap((channel) =>
          channel.suspicious.map((run) => (
            <Suspicious key={channel.channel + run.from} {...{ town, channel, run, act }} />
          )),
        )}
        {channels
          .filter(({ late }) => late)
          .map((channel) => (
            <Late key={channel.channel} town={town} channel={channel} />
          ))}
      </div>
      <p class="said" role="status" tabIndex={-1} ref={status}>
        {said}
      </p>
      {decisions.length > 0 && <Decisions {...{ town, decisions, act }} />}
    </div>
  );
}

type Act = (task: Promise<unknown>, done: string) => Promise<void>;

interface SuspiciousProps {
  town: Town;
  channel: ChannelCoverage;
  run: ChannelCoverage['suspicious'][number];
  act: Act;
}

function Suspicious({ town, channel: { channel }, run: { from, to, days, expected }, act }: SuspiciousProps) {
  const press = (is: 'fault' | 'zero') => () =>
    act(decide({ channel, from, to, is }), t(is === 'fault' ? 'data.saidFault' : 'data.saidZero'));
  const words = {
    label: labelIn(town.channels, channel),
    unit: unit(channel, 0),
    runs: runs([{ from, to }]),
  };
  return (
    <div class="ask">
      <Icon name="alert" />
      <div>
        <p>
          <strong>{t('data.suspicious', words)}</strong>{' '}
          {t('data.suspiciousWhy', {
            expected: number(Math.round(expected)),
            days: plural('days', days, number(days)),
          })}
        </p>
        {town.writable ? (
          <p class="ask-ways">
            <button type="button" class="button" onClick={press('fault')}>
              {t('data.isFault')}
            </button>
            <button type="button" class="button" onClick={press('zero')}>
              {t('data.isZero')}
            </button>
          </p>
        ) : (
          <p>{t(town.account ? 'data.byRole' : 'data.elsewhere')}</p>
        )}
      </div>
    </div>
  );
}

function Late({ town, channel: { channel, lastDay, rhythm } }: { town: Town; channel: ChannelCoverage }) {
  const every = rhythm ? Math.round(rhythm.medianDays) : 0;
  return (
    <div class="ask">
      <Icon name="calendar" />
      <div>
        <p>
          <strong>{t('data.lateTitle', { label: labelIn(town.channels, channel) })}</strong>{' '}
          {t('data.lateWhy', {
            days: plural('days', every, number(every)),
            day: lastDay ? longDay(lastDay) : '',
          })}
        </p>
        <p>
          <code>npm run ingest -- FILE</code>
        </p>
      </div>
    </div>
  );
}

interface DecisionsProps extends Pick<Props, 'town' | 'decisions'> {
  act: Act;
}

function Decisions({ town, decisions, act }: DecisionsProps) {
  return (
    <section class="decided" aria-labelledby="decided">
      <h2 id="decided">{t('data.decided')}</h2>
      <ul>
        {decisions.map(({ id, channel, from, to, is, createdAt }) => (
          <li key={id}>
            <Icon name="check" />
            <span>
              <strong>{capital(t(is === 'fault' ? 'data.decidedFault' : 'data.decidedZero'))}</strong>{' '}
              {labelIn(town.channels, channel)}, {shortPeriod({ from, to })}{' '}
              <small>{t('data.decidedOn', { when: instant(createdAt) })}</small>
            </span>
            {town.writable && (
              <button
                type="button"
                class="button button-quiet"
                aria-label={t('data.undoOf', {
                  label: labelIn(town.channels, channel),
                  period: shortPeriod({ from, to }),
                })}
                onClick={() => act(undoDecision(id), t('data.saidUndone'))}
              >
                <Icon name="undo" />
                {t('data.undo')}
              </button>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
