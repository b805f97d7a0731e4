// SPDX-License-Identifier: AGPL-3.0-or-later
// What opens under a button: Esc or a press elsewhere closes it and focus returns.
import { useEffect, useRef, useState } from 'preact/hooks';

/** The state of what opens, and what its frame and its button need for it. */
export function useDisclosure(first: string) {
  const [isOpen, setOpen] = useState(false);
  const frame = useRef<HTMLDivElement>(null);
  const button = useRef<HTMLButtonElement>(null);
  const close = () => {
    setOpen(false);
    button.current?.focus();
  };
  useEffect(() => {
    if (!isOpen) return;
    frame.current?.querySelector<HTMLElement>(first)?.focus();
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
