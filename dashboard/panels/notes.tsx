// SPDX-License-Identifier: AGPL-3.0-or-later
// The notes about a channel, and the form to write one down.
import { useRef, useState } from 'preact/hooks';
import type { Note } from '../../api/schemas/notes.ts';
import type { Period } from '../../sql/vocabulary.ts';
import { deleteNote } from '../client.ts';
import { t } from '../i18n/words.ts';
import { readNotes } from '../notes.ts';
import { town } from '../state.ts';
import { NoteForm } from './note-form.tsx';
import { NoteList } from './note-list.tsx';

/** The section under the time line of a channel. */
export function Notes({ channel, period }: { channel: string; period: Period }) {
  const [isOpen, setOpen] = useState(false);
  const [said, setSaid] = useState('');
  const status = useRef<HTMLParagraphElement>(null);
  const tell = async (words: string) => {
    await readNotes();
    setSaid(words);
    status.current?.focus();
  };
  const remove = ({ id }: Note) =>
    deleteNote(id).then(
      () => tell(t('notes.removed')),
      () => tell(t('notes.notSaved')),
    );
  const isWritable = town.value?.writable ?? false;
  return (
    <section class="channel-notes" aria-labelledby="notes">
      <h2 id="notes">{t('notes.title')}</h2>
      <NoteList period={period} channels={[channel]} {...(isWritable && { remove })} />
      {isWritable ? (
        <button type="button" class="button" onClick={() => setOpen(true)}>
          {t('notes.add')}
        </button>
      ) : (
        <p class="note">{t('notes.elsewhere')}</p>
      )}
      <p class="said" role="status" tabIndex={-1} ref={status}>
        {said}
      </p>
      {isOpen && (
        <NoteForm
          channel={channel}
          close={() => setOpen(false)}
          done={() => {
            setOpen(false);
            void tell(t('notes.saved'));
          }}
        />
      )}
    </section>
  );
}
