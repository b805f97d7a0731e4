// SPDX-License-Identifier: AGPL-3.0-or-later
// A drawer from the right, for what explains a figure. Which one is open stands in the address.
import { type ComponentChildren, render, type VNode } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { address, choose } from '../state.ts';
import { Dialog } from './dialog.tsx';

interface Props {
  /** What the address calls it, for instance `calcolo`. */
  name: string;
  /** Names the figure: "Come è calcolato: chat, 3,0 volte tanto". */
  title: string;
  children: ComponentChildren;
}

/** The drawer of a page, while the address asks for it. */
export function Drawer({ name, title, children }: Props) {
  const isOpen = address.value?.choices.drawer === name;
  if (!isOpen) return null;
  return (
    <AtTheEnd>
      <Dialog className="drawer" title={title} close={closeDrawer}>
        {children}
      </Dialog>
    </AtTheEnd>
  );
}

const OPENED = 'drawer';

/** Opens a drawer; Back closes it again. */
export const openDrawer = (name: string): void => choose({ drawer: name }, { note: OPENED });

/** Closes the drawer that is open; where opening it made an entry in the history, that one is taken back. */
function closeDrawer(): void {
  if (history.state === OPENED) history.back();
  else choose({ drawer: null }, { replace: true });
}

/** Puts what is in it at the end of the document, so that it can be printed without the page behind it. */
function AtTheEnd({ children }: { children: VNode }) {
  const [place] = useState(() => document.body.appendChild(document.createElement('div')));
  useEffect(() => render(children, place));
  useEffect(
    () => () => {
      render(null, place);
      place.remove();
    },
    [place],
  );
  return null;
}
