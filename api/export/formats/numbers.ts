// SPDX-License-Identifier: AGPL-3.0-or-later
// Numbers as files hold them: no grouping, no exponent, six figures that count.

const FIGURES = 6;

/**
 * A number with a decimal point and at most six significant figures; whole numbers keep all of theirs.
 *
 * @example plain(1234.56789) // '1234.57'
 */
export function plain(value: number): string {
  if (Number.isInteger(value)) return value.toFixed(0);
  const text = String(Number(value.toPrecision(FIGURES)));
  return text.includes('e') ? value.toFixed(12).replace(/\.?0+$/, '') : text;
}

/**
 * The per cent of a share, without the noise of binary fractions.
 *
 * @example percentOf(0.07) // 7
 */
export function percentOf(share: number): number {
  return Number((100 * share).toPrecision(FIGURES));
}
