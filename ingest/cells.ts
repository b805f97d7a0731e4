// SPDX-License-Identifier: AGPL-3.0-or-later
// What a cell of a table may say.
import { channelCode, type Settings } from '../sql/settings.ts';
import { BadRow } from './source.ts';

const LARGEST_COUNT = 4_294_967_295;
const LONGEST_LABEL = 200;

/** Reads a count: 0 or a positive whole number. @throws BadRow for anything else. */
export function wholeCount(column: string, text: string): number {
  const trimmed = text.trim();
  if (!/^\d+$/.test(trimmed)) throw new BadRow(column, text, notACount(trimmed));
  const count = Number(trimmed);
  if (count > LARGEST_COUNT) throw new BadRow(column, text, 'numero troppo grande');
  return count;
}

function notACount(text: string): string {
  if (text === '') return 'manca il numero (se non ci sono stati contatti si scrive 0)';
  if (/^[-−]\d/.test(text)) return 'numero negativo';
  return /^\d+[.,]\d+$/.test(text) ? 'numero non intero' : 'non è un numero';
}

/** The code of a channel of this town. @throws BadRow with the list of channels and the way to declare one. */
export function knownChannel(settings: Settings, column: string, text: string): string {
  const code = channelCode(settings, text);
  if (code) return code;
  const list = settings.channels.map((channel) => channel.code).join(', ');
  throw new BadRow(
    column,
    text,
    `canale non dichiarato; i canali sono ${list} (se ne aggiungono in comune.json, "channels")`,
  );
}

/** A short word such as a topic or a platform: lower case, without spaces around. */
export function label(text: string): string {
  return text.trim().toLowerCase().slice(0, LONGEST_LABEL);
}
