// SPDX-License-Identifier: AGPL-3.0-or-later
// The beginning of every page but the first: the way back, and the heading that the window is named after.
import type { ComponentChildren } from 'preact';
import { useEffect } from 'preact/hooks';
import { t } from '../i18n/words.ts';
import { PAGES } from '../route.ts';
import { hrefTo, town } from '../state.ts';

interface Props {
  title: string;
  /** The pages between the first one and this one. */
  between?: readonly { label: string; path: string }[];
  /** What the last step of the way is called, where the title is a whole sentence. */
  short?: string;
  /** One sentence under the heading. */
  children?: ComponentChildren;
}

/** Breadcrumb, heading, and the title of the window. */
export function PageHead({ title, between = [], short = title, children }: Props) {
  useTitle(short);
  const way = [{ label: t('nav.overview'), path: PAGES.overview.path }, ...between];
  return (
    <div class="page-head">
      <nav class="way" aria-label={t('nav.way')}>
        <ol>
          {way.map(({ label, path }) => (
            <li key={path}>
              <a href={hrefTo(path)}>{label}</a>
            </li>
          ))}
          <li aria-current="page">{short}</li>
        </ol>
      </nav>
      <h1 tabIndex={-1}>{title}</h1>
      {children && <p class="page-lead">{children}</p>}
    </div>
  );
}

/** Names the window: "Dati · Affluenza · Comune di Montevarchi". */
export function useTitle(page: string): void {
  const name = town.value?.name;
  useEffect(() => {
    document.title = name ? t('app.title', { page, town: name }) : t('app.name');
  }, [page, name]);
}
