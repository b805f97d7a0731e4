// SPDX-License-Identifier: AGPL-3.0-or-later
import type { ComponentChildren } from 'preact';
import { Icon } from '../icons.tsx';
import { useDisclosure } from './use-disclosure.ts';

interface Props {
  name: string;
  icon: 'calendar' | 'channels';
  title: string;
  summary: ComponentChildren;
  children: (close: () => void) => ComponentChildren;
}

/** A filter: a button that says the choice, and a form that opens under it and takes the focus. */
export function Disclosure({ name, icon, title, summary, children }: Props) {
  const { isOpen, close, toggle, frame, button, onKeyDown } = useDisclosure();
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: it only hears Esc from what is inside
    <div class={`disclosure disclosure-${name}`} ref={frame} onKeyDown={onKeyDown}>
      <button
        type="button"
        class="filter"
        id={`filter-${name}`}
        ref={button}
        aria-expanded={isOpen}
        aria-controls={isOpen ? `popover-${name}` : undefined}
        onClick={toggle}
      >
        <Icon name={icon} />
        <span>
          <span class="filter-title">{title}</span> <span class="filter-value">{summary}</span>
        </span>
        <Icon name="down" />
      </button>
      {isOpen && (
        <div class="popover" id={`popover-${name}`}>
          {children(close)}
        </div>
      )}
    </div>
  );
}
