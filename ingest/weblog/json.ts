// SPDX-License-Identifier: AGPL-3.0-or-later
// What logs of one JSON object a line have in common.

export type JsonObject = Record<string, unknown>;

/** The object that a line holds, or undefined. */
export function objectIn(line: string): JsonObject | undefined {
  if (!line.startsWith('{')) return undefined;
  try {
    return asObject(JSON.parse(line));
  } catch {
    return undefined;
  }
}

export function asObject(value: unknown): JsonObject | undefined {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? (value as JsonObject)
    : undefined;
}

/** The first of these keys that holds some text (or a number, as text); otherwise empty. */
export function textOf(object: JsonObject, ...keys: readonly string[]): string {
  for (const key of keys) {
    const value = object[key];
    if ((typeof value === 'string' && value !== '') || typeof value === 'number') return String(value);
  }
  return '';
}
