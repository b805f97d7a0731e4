// SPDX-License-Identifier: AGPL-3.0-or-later
// What opens under a button: Esc or a press elsewhere closes it and focus returns.
import { useEffect, useRef, useState } from 'preact/hooks';

/** As the `ref` of a form that opens: it takes the focus to its first field. */
export const focusFirst = (form: HTMLFormElement | null): void => form?.querySelector('input')?.focus();

/** The state of what opens, and what its frame and its button need for it; `first`: what takes the focus, if that is there at once. */
export function useDisclosure(first?: string) {
  const [isOpen, setOpen] = useState(false);
  const frame = useRef<HTMLDivElement>(null);
  const button = useRef<HTMLButtonElement>(null);
  const close = () => {
    setOpen(false);
    button.current?.focus();
  };
  useEffect(() => {
    if (!isOpen) return;
    if (first) frame.current?.querySelector<HTMLElement>(first)?.focus();
    const press = (event: Event) => {
      if (!frame.current?.contains(event.target as Node)) setOpen(false);
    };
    document.addEventListener('pointerdown', press);
    return () => document.removeEventListener('pointerdown', press);
  }, [isOpen]);
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Escape' && isOpen) close();
  };
  return { isOpen, close, toggle: () => setOpen(!isOpen), frame, button, onKeyDown };
}
