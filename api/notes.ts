// SPDX-License-Identifier: AGPL-3.0-or-later
// What staff note about days: shown on every chart, kept with author and time, never removed from the table.
import { randomUUID } from 'node:crypto';
import type { Period } from '../sql/vocabulary.ts';
import type { NewNote, Note } from './schemas/notes.ts';
import type { Office } from './town.ts';

/** Every day that a note can be about. */
export const ALL_DAYS: Period = { from: '1990-01-01', to: '2099-12-31' };

/** The notes on any of these days, about these channels or about all. */
export function readNotes(
  { database }: Office,
  period: Period,
  channels: readonly string[],
): Promise<Note[]> {
  return database.ask<Note>('notes/list.sql', { ...period, channels });
}

/** Writes a note down and returns it as it stands. */
export async function addNote(office: Office, { from, to = from, channel, ...rest }: NewNote): Promise<Note> {
  const id = randomUUID();
  const row = { id, first_day: from, last_day: to, channel: channel ?? '', ...rest, deleted: false };
  await office.database.insertRows('notes', [row]);
  const notes = await readNotes(office, { from, to }, channel ? [channel] : []);
  return notes.find((note) => note.id === id)!;
}

/** Deletes a note; false when there is none with this id. */
export async function deleteNote(office: Office, id: string): Promise<boolean> {
  const all = office.settings.channels.map(({ code }) => code);
  const stands = (await readNotes(office, ALL_DAYS, all)).some((note) => note.id === id);
  if (stands) await office.database.run('notes/delete.sql', { id });
  return stands;
}
