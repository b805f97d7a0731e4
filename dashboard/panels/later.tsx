// SPDX-License-Identifier: AGPL-3.0-or-later
// What few visits need is not part of the first page: it is fetched when it is first shown.
import type { ComponentType } from 'preact';
import { useAsked } from '../answer.ts';
import { loadAnew } from '../pages.ts';
import { Failed } from './states.tsx';

/**
 * A component whose code is fetched when it is first shown; when it can't be had, it says so and offers to load the page anew.
 *
 * @example const Sheet = later(async () => (await import('./sheet.tsx')).Sheet);
 */
export function later<Props extends object>(fetch: () => Promise<ComponentType<Props>>) {
  return function Later(props: Props) {
    const { state, data: Part } = useAsked('code', fetch);
    if (state === 'failed') return <Failed retry={loadAnew} />;
    return Part && <Part {...props} />;
  };
}
