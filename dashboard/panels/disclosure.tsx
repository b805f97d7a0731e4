// SPDX-License-Identifier: AGPL-3.0-or-later
import type { ComponentChildren } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { Icon } from '../icons.tsx';

interface Props {
  name: string;
  icon: 'calendar' | 'channels';
  title: string;
  summary: ComponentChildren;
  children: (close: () => void) => ComponentChildren;
}

/** A button that opens a small panel under itself; Esc or a press elsewhere closes it and focus returns. */
export function Disclosure({ name, icon, title, summary, children }: Props) {
  const [isOpen, setOpen] = useState(false);
  const frame = useRef<HTMLDivElement>(null);
  const button = useRef<HTMLButtonElement>(null);
  const close = () => {
    setOpen(false);
    button.current?.focus();
  };
  useEffect(() => {
    if (!isOpen) return;
    frame.current?.querySelector<HTMLElement>('.popover input')?.focus();
    const press = (event: Event) => {
      if (!frame.current?.contains(event.target as Node)) setOpen(false);
    };
    document.addEventListener('pointerdown', press);
    return () => document.removeEventListener('pointerdown', press);
  }, [isOpen]);
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: it only hears Esc from what is inside
    <div
      class={`disclosure disclosure-${name}`}
      ref={frame}
      onKeyDown={(event) => {
        if (event.key === 'Escape' && isOpen) close();
      }}
    >
      <button
        type="button"
        class="filter"
        ref={button}
        aria-expanded={isOpen}
        aria-controls={isOpen ? `popover-${name}` : undefined}
        onClick={() => setOpen(!isOpen)}
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
