// SPDX-License-Identifier: AGPL-3.0-or-later
// The notes about the days that a chart shows, in words under it.
import '../style/notes.css';
import { useState } from 'preact/hooks';
import type { Note } from '../../api/schemas/notes.ts';
import type { Period } from '../../sql/vocabulary.ts';
import { instant, shortPeriod } from '../format.ts';
import { t } from '../i18n/words.ts';
import { Icon } from '../icons.tsx';
import { labelIn } from '../labels.ts';
import { useNotes } from '../notes.ts';
import { town } from '../state.ts';

interface Props {
  period: Period;
  channels: readonly string[];
  /** Takes a note away, where that can be done. */
  remove?: (note: Note) => void;
}

/** Nothing brings a note back: the button asks once more, until the focus goes elsewhere. */
function Remove({ note, remove }: Required<Pick<Props, 'remove'>> & { note: Note }) {
  const [isAsked, setAsked] = useState(false);
  return (
    <button
      type="button"
      class="button button-quiet"
      aria-label={t(isAsked ? 'notes.sureOf' : 'notes.removeOf', { text: note.text })}
      onClick={() => (isAsked ? remove(note) : setAsked(true))}
      onBlur={() => setAsked(false)}
    >
      {t(isAsked ? 'notes.sure' : 'notes.remove')}
    </button>
  );
}

/** The list; nothing where there are none. */
export function NoteList({ period, channels, remove }: Props) {
  const notes = useNotes(period, channels);
  if (notes === 'failed') return <p class="note">{t('notes.failed')}</p>;
  if (!notes?.length) return null;
  return (
    <ul class="notes" aria-label={t('notes.title')}>
      {notes.map((note) => (
        <li key={note.id}>
          <Icon name="info" />
          <span>
            <strong>{shortPeriod(note)}</strong>
            {note.channel && ` · ${labelIn(town.value?.channels ?? [], note.channel)}`}: {note.text}{' '}
            <small>
              {note.author}, {instant(note.createdAt)}
            </small>
          </span>
          {remove && <Remove note={note} remove={remove} />}
        </li>
      ))}
    </ul>
  );
}
