// SPDX-License-Identifier: AGPL-3.0-or-later
// A drawing on a canvas: made when its code and the fonts are there, made again when its data or the colours change.
import { effect } from '@preact/signals';
import { useEffect, useRef, useState } from 'preact/hooks';
import { look } from './theme.ts';
import { inTurn } from './turns.ts';

/** Draws on a canvas in the colours that hold at that moment. */
export type Draw<Drawing> = (canvas: HTMLCanvasElement) => Drawing;

/**
 * Keeps a drawing on a canvas.
 *
 * @param load fetches the code that draws; called again when one of `inputs` changes
 */
export function useDrawing<Drawing extends { destroy(): void }>(
  canvas: { current: HTMLCanvasElement | null },
  load: () => Promise<Draw<Drawing>>,
  inputs: readonly unknown[],
) {
  const drawing = useRef<Drawing | null>(null);
  const [hasFailed, setFailed] = useState(false);
  useEffect(() => {
    let stop = () => {};
    let isWanted = true;
    const start = async () => {
      const [draw] = await Promise.all([load(), fonts()]);
      await inTurn(() => {
        if (isWanted) stop = effect(() => redraw(canvas, drawing, draw));
      });
    };
    start().catch(() => setFailed(true));
    return () => {
      isWanted = false;
      stop();
      drawing.current?.destroy();
      drawing.current = null;
    };
  }, inputs);
  return { drawing, hasFailed };
}

/** What an A4 sheet leaves inside its margins and those of a card. */
const PAPER_WIDTH = '170mm';

/** Runs at once when the colours change, so that a printer and a picture find the right ones. */
function redraw<Drawing extends { destroy(): void }>(
  canvas: { current: HTMLCanvasElement | null },
  drawing: { current: Drawing | null },
  draw: Draw<Drawing>,
): void {
  const isPrinted = look.value === 'print';
  drawing.current?.destroy();
  const frame = canvas.current?.parentElement;
  if (frame) frame.style.width = isPrinted ? PAPER_WIDTH : '';
  drawing.current = canvas.current && draw(canvas.current);
}

/** A canvas does not wait for fonts: ask for both weights before drawing. */
const fonts = (): Promise<unknown> =>
  Promise.all([400, 600].map((weight) => document.fonts.load(`${weight} 13px "Titillium Web"`)));
