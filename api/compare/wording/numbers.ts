// SPDX-License-Identifier: AGPL-3.0-or-later
// Numbers as each language writes them, rounded by the rules of the specification, section 6.

export const LANGUAGES = ['it', 'en'] as const;
export type Language = (typeof LANGUAGES)[number];

/** A ratio ready to be said: as a change in per cent near 1, as a multiple far from it. */
export interface SaidRatio {
  isPercent: boolean;
  estimate: string;
  low: string;
  high: string;
}

const LOCALES: Record<Language, string> = { it: 'it-IT', en: 'en-GB' };
const MINUS = '\u2212';
/** More decimals than this help nobody: the value is then shown as it rounds. */
const MOST_DIGITS = 6;
/** What a computation leaves of a value that is exactly the point, for instance with the same count every day. */
const NOISE = 1e-9;

/** A number with `digits` decimals, grouped thousands and a true minus; `signed` puts a plus before a positive one. */
export function decimal(value: number, digits: number, language: Language, signed = false): string {
  const format = {
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
    useGrouping: 'always',
  } as const;
  const text = Math.abs(value).toLocaleString(LOCALES[language], format);
  const isZero = Number(Math.abs(value).toFixed(digits)) === 0;
  const sign = isZero ? '' : value < 0 ? MINUS : signed ? '+' : '';
  return sign + text;
}

/** Per cent of a whole from a share of 1; Italian sets a no-break space before the sign. */
export function percent(share: number, language: Language, digits = 0, signed = false): string {
  return decimal(100 * share, digits, language, signed) + (language === 'it' ? '\u00a0%' : '%');
}

/** Coverage in per cent, rounded down: 99.6 % is not complete. */
export function coveragePercent(coverage: number, language: Language): string {
  return percent(Math.floor(100 * coverage + 1e-9) / 100, language);
}

/** A mean of events a day: two decimals below 1, one below 100, none above. */
export function mean(value: number, language: Language): string {
  return decimal(value, value < 0.995 ? 2 : value < 99.95 ? 1 : 0, language);
}

/**
 * A ratio with its limits: in per cent for 0.5 < ratio < 2, beyond that as a multiple with 2 decimals below 2, one
 * up to 9.9, none from 10; no figure is rounded onto 1 (no change) or 0.
 */
export function saidRatio(
  ratio: { estimate: number; low: number; high: number },
  language: Language,
): SaidRatio {
  const isPercent = ratio.estimate > 0.5 && ratio.estimate < 2;
  const digits = multipleDigits(ratio.estimate);
  const say = (value: number) => (isPercent ? change(value, language) : multiple(value, digits, language));
  return { isPercent, estimate: say(ratio.estimate), low: say(ratio.low), high: say(ratio.high) };
}

/** The size of a change without its sign: "25 %" for a ratio of 1.25 or 0.75. */
export function changeSize(ratio: number, language: Language): string {
  return percent(Math.abs(ratio - 1), language, digitsAway(100 * (ratio - 1), 0, [0, -100]));
}

/** A share kept, or another per cent that may be negative or above 100. */
export function sharePercent(share: number, language: Language): string {
  return percent(share, language);
}

function multipleDigits(estimate: number): number {
  if (estimate < 1.995) return 2;
  return estimate < 9.95 ? 1 : 0;
}

function change(ratio: number, language: Language): string {
  return percent(ratio - 1, language, digitsAway(100 * (ratio - 1), 0, [0, -100]), true);
}

function multiple(ratio: number, digits: number, language: Language): string {
  return decimal(ratio, digitsAway(ratio, digits, [0, 1]), language);
}

/** The fewest decimals, from `digits` on, with which `value` does not round onto one of `avoided`. */
function digitsAway(value: number, digits: number, avoided: readonly number[]): number {
  const isOnto = (d: number) =>
    avoided.some((point) => Number(value.toFixed(d)) === point && Math.abs(value - point) > NOISE);
  let enough = digits;
  while (enough < MOST_DIGITS && isOnto(enough)) enough++;
  return enough;
}
