// SPDX-License-Identifier: AGPL-3.0-or-later
// A press on a link to one of our pages changes the address without loading everything anew.
import { routeOf } from './route.ts';
import { go } from './state.ts';

/** Hears the presses on links anywhere in the document. */
export function followLinks(): void {
  document.addEventListener('click', (event) => {
    const link = (event.target as Element).closest?.('a');
    if (!link || !isOurs(link) || !isPlain(event)) return;
    event.preventDefault();
    go(link.href);
  });
}

const isPlain = (event: MouseEvent): boolean =>
  event.button === 0 &&
  !event.defaultPrevented &&
  !(event.metaKey || event.ctrlKey || event.shiftKey || event.altKey);

/** A link with a target or a language goes the browser's own way, as does one within the page. */
function isOurs(link: HTMLAnchorElement): boolean {
  const isWithin = link.hash !== '' && link.pathname === location.pathname && link.search === location.search;
  return (
    link.origin === location.origin &&
    !(link.target || link.hreflang || link.hasAttribute('download') || isWithin) &&
    routeOf(link.pathname).page !== 'unknown'
  );
}
