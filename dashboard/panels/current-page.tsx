// SPDX-License-Identifier: AGPL-3.0-or-later
// The page that the address leads to: fetched when needed, and met at its heading.
import { useEffect, useRef } from 'preact/hooks';
import { type Asked, useAsked } from '../answer.ts';
import { Unknown } from '../pages/unknown.tsx';
import { type LoadedPage, loadAnew, loadPage } from '../pages.ts';
import type { PageName } from '../route.ts';
import { route } from '../state.ts';
import { Failed, Skeleton } from './states.tsx';

/** What stands in `main`. */
export function CurrentPage() {
  const { page, channel, month } = route.value;
  if (page === 'unknown') return <Unknown />;
  return <Loaded page={page} place={channel ?? month} />;
}

function Loaded({ page, place }: { page: PageName; place: string | null }) {
  const asked: Asked<LoadedPage> = useAsked(page, () => loadPage(page));
  const loaded = asked.data?.name === page ? asked.data : null;
  useArrival(loaded && `${page} ${place}`);
  if (asked.state === 'failed') return <Failed retry={loadAnew} heading />;
  if (!loaded) return asked.state === 'loading' ? <Skeleton kind="page" /> : null;
  return <loaded.Page />;
}

/** After a change of page, not on the first one: to what the address names, else the top, and focus to the heading. */
function useArrival(place: string | null): void {
  const last = useRef<string | null>(null);
  useEffect(() => {
    if (place === null || place === last.current) return;
    const isFirst = last.current === null;
    last.current = place;
    const named = location.hash && document.getElementById(location.hash.slice(1));
    if (named) return named.scrollIntoView();
    if (isFirst) return;
    scrollTo(0, 0);
    (document.querySelector<HTMLElement>('main h1') ?? document.querySelector('main'))?.focus({
      preventScroll: true,
    });
  }, [place]);
}
