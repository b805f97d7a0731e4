// SPDX-License-Identifier: AGPL-3.0-or-later
// What stands in a panel's place while it loads, and when it could not be read. A failure never looks like zero.
import type { ComponentChildren } from 'preact';
import type { Problem } from '../../api/schemas.ts';
import type { Asked } from '../answer.ts';
import { type Key, t } from '../i18n/words.ts';
import { Icon } from '../icons.tsx';
import { address, choose } from '../state.ts';

const BLOCKS = {
  page: 3,
  answer: 1,
  channel: 1,
  practices: 1,
  cards: 8,
  table: 1,
  timeline: 1,
  coverage: 1,
  spark: 1,
};
export type Kind = keyof typeof BLOCKS;

/** Grey blocks of the size of what is coming. */
export function Skeleton({ kind }: { kind: Kind }) {
  return (
    <div class={`skeleton skeleton-${kind}`} aria-hidden="true">
      {Array.from({ length: BLOCKS[kind] }, (_, i) => (
        <span key={i} />
      ))}
    </div>
  );
}

interface FailedProps {
  retry: () => void;
  heading?: boolean;
  problem?: Problem | null | undefined;
}

/** The message of a panel that could not be read, with the way to try again, or to take away the topic that there is not. */
export function Failed({ retry, heading = false, problem }: FailedProps) {
  const topic = problem?.parameter === 'topic' && address.value?.choices.topic;
  if (topic) return <NoTopic topic={topic} />;
  const message = t('state.failed');
  return (
    <div class="card failed">
      <Icon name="alert" />
      {heading ? <h1>{message}</h1> : <p>{message}</p>}
      <button type="button" class="button" onClick={retry}>
        <Icon name="retry" />
        {t('state.retry')}
      </button>
    </div>
  );
}

function NoTopic({ topic }: { topic: string }) {
  return (
    <div class="card failed">
      <Icon name="alert" />
      <p>{t('state.noTopic', { topic })}</p>
      <button type="button" class="button" onClick={() => choose({ topic: null })}>
        {t('state.dropTopic')}
      </button>
    </div>
  );
}

/** What stands where there is nothing to draw: no contacts, or too few to be shown. */
export function Nothing({ why }: { why: 'empty' | 'suppressed' }) {
  return (
    <p class="nothing">
      <Icon name={why === 'empty' ? 'info' : 'lock'} />
      {t(why === 'empty' ? 'chart.nothing' : 'chart.suppressed')}
    </p>
  );
}

const SPOKEN = {
  waiting: 'state.loading',
  loading: 'state.loading',
  ready: 'state.loaded',
  failed: 'state.failed',
} as const satisfies Record<Asked<unknown>['state'], Key>;

/** What a screen reader hears while the figures of a page change; once a page. */
export function Spoken({ asked }: { asked: Asked<unknown> }) {
  return (
    <p class="hidden" role="status">
      {t(SPOKEN[asked.state])}
    </p>
  );
}

interface PanelProps<Answer> {
  asked: Asked<Answer>;
  kind: Kind;
  children: (answer: Answer) => ComponentChildren;
}

/** A panel that needs an answer: it, its skeleton, or its failure. */
export function Panel<Answer>({ asked, kind, children }: PanelProps<Answer>) {
  if (asked.state === 'failed') return <Failed retry={asked.retry} problem={asked.problem} />;
  if (asked.data === null) return <Skeleton kind={kind} />;
  return <>{children(asked.data)}</>;
}
