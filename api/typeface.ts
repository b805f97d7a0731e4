// SPDX-License-Identifier: AGPL-3.0-or-later
// The typeface of the pages that stand alone, inside their style.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from '../sql/engine/engine.ts';

const FONTS = join(projectRoot(), 'node_modules', '@fontsource', 'titillium-web', 'files');

/** Titillium Web, normal and semibold, as CSS. */
export function typeface(): string {
  return ['400', '600'].map(face).join('\n');
}

function face(weight: string): string {
  const font = readFileSync(join(FONTS, `titillium-web-latin-${weight}-normal.woff2`)).toString('base64');
  return `@font-face { font-family: "Titillium Web"; font-weight: ${weight}; src: url(data:font/woff2;base64,${font}) format("woff2"); }`;
}
