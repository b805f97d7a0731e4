// SPDX-License-Identifier: AGPL-3.0-or-later
import { useEffect, useRef } from 'preact/hooks';
import { t } from '../i18n/words.ts';
import { PAGE_NAMES, PAGES } from '../route.ts';
import { hrefTo, route } from '../state.ts';

/** The pages; on a phone the row scrolls sideways and shows where one is. */
export function Navigation() {
  const { page } = route.value;
  const list = useRef<HTMLUListElement>(null);
  useEffect(() => {
    const current = list.current?.querySelector<HTMLElement>('[aria-current]');
    if (current && list.current) list.current.scrollLeft = current.offsetLeft - 48;
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
