// SPDX-License-Identifier: AGPL-3.0-or-later
import { useEffect, useRef } from 'preact/hooks';
import { t } from '../i18n/words.ts';
import { PAGE_NAMES, PAGES } from '../route.ts';
import { hrefTo, route } from '../state.ts';

/** From this share of its width on the row fades away. */
const FADED = 0.86;

/** The pages; on a phone the row scrolls sideways and shows where one is. */
export function Navigation() {
  const { page } = route.value;
  const list = useRef<HTMLUListElement>(null);
  useEffect(() => {
    const row = list.current;
    const current = row?.querySelector<HTMLElement>('[aria-current]');
    if (!row || !current) return;
    const place = current.getBoundingClientRect();
    const isHidden = place.left < 0 || place.right > FADED * row.clientWidth;
    if (isHidden) row.scrollLeft += place.left - row.clientWidth / 3;
  }, [page]);
  return (
    <nav class="pages" aria-label={t('nav.title')}>
      <ul class="wrap" ref={list}>
        {PAGE_NAMES.map((name) => (
          <li key={name}>
            <a href={hrefTo(PAGES[name].path)} aria-current={name === page ? 'page' : undefined}>
              {t(`nav.${name}`)}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
