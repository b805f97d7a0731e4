// SPDX-License-Identifier: AGPL-3.0-or-later
// The very sheets of a report, read from its HTML: what is read here is what is given away, to the character. They keep
// their own style, apart from that of the page.
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { t } from '../i18n/words.ts';

interface Part {
  title: string;
  heading: HTMLElement;
}

/** The sheets, and beside them the list of their parts. */
export function Paper({ html }: { html: string }) {
  const host = useRef<HTMLDivElement>(null);
  const [parts, setParts] = useState<Part[]>([]);
  useLayoutEffect(() => {
    const root = host.current?.shadowRoot ?? host.current?.attachShadow({ mode: 'open' });
    if (root) setParts(fill(root, html));
  }, [html]);
  return (
    <div class="reader">
      <nav class="reader-index" aria-label={t('report.index')}>
        <ul>
          {parts.map(({ title, heading }) => (
            <li key={title}>
              <button type="button" class="link" onClick={() => meet(heading)}>
                {title}
              </button>
            </li>
          ))}
        </ul>
      </nav>
      <section class="paper" lang="it" aria-label={t('report.paper')} ref={host} />
    </div>
  );
}

/** Of ours alone: in what others wrote, every sign of an element is escaped. */
const STYLE = /<style>([\s\S]*?)<\/style>/g;

/** Puts the sheets of a report in the place of those that were there; returns its parts. */
function fill(root: ShadowRoot, html: string): Part[] {
  // Apart: a style inside what is read here would be one that the policy of the page does not know.
  const report = new DOMParser().parseFromString(html.replace(STYLE, ''), 'text/html');
  const style = new CSSStyleSheet();
  style.replaceSync(styleOf(html));
  root.adoptedStyleSheets = [style];
  root.replaceChildren(...(report.querySelector('main')?.children ?? []));
  return [...root.querySelectorAll<HTMLElement>('h1, h2')].map((heading) => {
    heading.tabIndex = -1;
    return { title: heading.textContent, heading };
  });
}

/** The report's own style; its typeface is that of the page already, and what it says of its page is said of the place. */
function styleOf(html: string): string {
  const own = [...html.matchAll(STYLE)].map(([, style]) => style).join('\n');
  return own.replace(/@font-face \{[^}]*\}/g, '').replace(/^(:root|body)\b/gm, ':host');
}

function meet(heading: HTMLElement): void {
  heading.scrollIntoView();
  heading.focus({ preventScroll: true });
}
