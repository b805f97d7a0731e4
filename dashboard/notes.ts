// SPDX-License-Identifier: AGPL-3.0-or-later
// What people at the office wrote down about days. All that shows it knows at once when something is added or taken away.
import { signal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import type { Note } from '../api/schemas/notes.ts';
import type { Town } from '../api/schemas.ts';
import type { Day, Period } from '../sql/vocabulary.ts';
import { ask, notesQuestion } from './client.ts';

/** Something that stands on a day in a chart: an event of the settings, or a note. */
export interface Marker {
  day: Day;
  /** The last day, where it is about several. */
  to?: Day;
  label: string;
}

const all = signal<readonly Note[] | 'failed' | null>(null);

/** Reads the notes, anew when they have changed. */
export async function readNotes(): Promise<void> {
  all.value = await ask(notesQuestion).then(
    ({ notes }) => notes,
    () => 'failed',
  );
}

/** The notes about these days and channels, the earliest first; null until they are known, or when they could not be read. */
export function useNotes({ from, to }: Period, channels: readonly string[]): Note[] | 'failed' | null {
  useEffect(() => {
    if (all.value === null) void readNotes();
  }, []);
  const known = all.value;
  if (known === null || known === 'failed') return known;
  return known
    .filter((note) => note.from <= to && note.to >= from)
    .filter(({ channel }) => channel === null || channels.includes(channel))
    .sort((a, b) => a.from.localeCompare(b.from));
}

/** The events of the town and the notes about a channel, in the order of their days. */
export function markersOf(town: Town, notes: ReturnType<typeof useNotes>): Marker[] {
  const written = Array.isArray(notes) ? notes : [];
  const noted = written.map(({ from, to, text }) => ({ day: from, to, label: text }));
  return [...town.markers, ...noted].sort((a, b) => a.day.localeCompare(b.day));
}
