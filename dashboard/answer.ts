// SPDX-License-Identifier: AGPL-3.0-or-later
// A question asked by a component: what is known of its answer at this moment.
import { useCallback, useLayoutEffect, useState } from 'preact/hooks';
import type { Problem } from '../api/schemas.ts';
import { ask, Failure, type Question } from './client.ts';

/** Old figures stay this long while new ones are on their way; then a skeleton takes their place. */
const PATIENCE_MS = 200;

/** What is known of an answer: never old figures under a failure, and never neither of the three for long. */
export interface Asked<Answer> {
  state: 'waiting' | 'loading' | 'ready' | 'failed';
  /** The last answer; null after a failure, and once loading the answer to another question takes long. */
  data: Answer | null;
  /** What the API said against the question, after a failure. */
  problem?: Problem | null;
  retry: () => void;
}

/** Asks whenever the question changes; a question of null is not asked. */
export function useAnswer<Answer>(question: Question<Answer> | null): Asked<Answer> {
  const path = question?.path ?? null;
  return useAsked(path, () => ask<Answer>({ path: path ?? '' }));
}

interface Known<Answer> extends Omit<Asked<Answer>, 'retry'> {
  /** The key of the answer: asked once more, it stands until there is a newer one. */
  of: string | null;
}

/** Fetches whenever the key changes; a key of null fetches nothing. */
export function useAsked<Answer>(key: string | null, fetch: () => Promise<Answer>): Asked<Answer> {
  const [known, setKnown] = useState<Known<Answer>>({ state: 'waiting', data: null, of: null });
  const [turn, setTurn] = useState(0);
  // Before the next paint, not after it: an answer shall not wait for a picture of its skeleton.
  useLayoutEffect(() => {
    if (key === null) return;
    let isWanted = true;
    setKnown((last) => ({ ...last, state: 'waiting' }));
    const patience = setTimeout(
      () => setKnown(({ data, of }) => ({ state: 'loading', data: of === key ? data : null, of })),
      PATIENCE_MS,
    );
    fetch()
      .then((data) => ({ state: 'ready' as const, data, of: key }))
      .catch((error) => {
        const problem = error instanceof Failure ? error.problem : null;
        return { state: 'failed' as const, data: null, of: null, problem };
      })
      .then((settled) => {
        clearTimeout(patience);
        if (isWanted) setKnown(settled);
      });
    return () => {
      clearTimeout(patience);
      isWanted = false;
    };
  }, [key, turn]);
  const retry = useCallback(() => setTurn((last) => last + 1), []);
  return { state: known.state, data: known.data, problem: known.problem ?? null, retry };
}
