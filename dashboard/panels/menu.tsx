// SPDX-License-Identifier: AGPL-3.0-or-later
import { type ComponentChildren, toChildArray } from 'preact';
import { Icon, type IconName } from '../icons.tsx';
import { useDisclosure } from './use-disclosure.ts';

interface Props {
  name: string;
  icon: IconName;
  label: string;
  className?: string;
  /** Makes the buttons and links when the menu opens; a press on one closes it. */
  children: () => ComponentChildren;
}

/** A button with an icon that opens a short list of actions. */
export function Menu({ name, icon, label, className = 'icon-button', children }: Props) {
  const { isOpen, close, toggle, frame, button, onKeyDown } = useDisclosure('li > *');
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: it only hears Esc from what is inside
    <div class="menu" ref={frame} onKeyDown={onKeyDown}>
      <button
        type="button"
        class={className}
        ref={button}
        aria-label={label}
        title={label}
        aria-expanded={isOpen}
        aria-controls={isOpen ? `menu-${name}` : undefined}
        onClick={toggle}
      >
        <Icon name={icon} />
      </button>
      {isOpen && (
        // biome-ignore lint/a11y/useKeyWithClickEvents: a press by key on what is inside is a click too
        <ul class="popover menu-list" id={`menu-${name}`} onClick={close}>
          {toChildArray(children()).map((child, i) => (
            <li key={i}>{child}</li>
          ))}
        </ul>
      )}
    </div>
  );
}
