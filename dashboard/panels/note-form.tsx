// SPDX-License-Identifier: AGPL-3.0-or-later
// The form of a note: which days, what, who, and whether it is about one channel or all.
import '../style/notes.css';
import { useState } from 'preact/hooks';
import { writeNote } from '../client.ts';
import { t } from '../i18n/words.ts';
import { town } from '../state.ts';
import { Dialog } from './dialog.tsx';

interface Props {
  channel: string;
  close: () => void;
  done: () => void;
}

const MOST_TEXT = 500;
const MOST_AUTHOR = 80;
const EMPTY = { from: '', to: '', text: '', author: '', channel: '' };
type Draft = typeof EMPTY;
type Wrong = 'from' | 'to' | 'text' | 'author';

/** The dialog; what is typed stays until it has been saved. */
export function NoteForm({ channel, close, done }: Props) {
  const [draft, setDraft] = useState<Draft>({ ...EMPTY, channel });
  const [wrong, setWrong] = useState<Wrong | 'notSaved' | null>(null);
  const field = (name: keyof Draft) => ({
    id: `note-${name}`,
    value: draft[name],
    'aria-invalid': wrong === name,
    'aria-describedby': wrong === name ? 'note-wrong' : undefined,
    onInput: ({ currentTarget: { value } }: { currentTarget: { value: string } }) =>
      setDraft({ ...draft, [name]: value }),
  });
  const save = async (event: Event) => {
    event.preventDefault();
    const found = wrongIn(draft);
    setWrong(found);
    if (found) return document.getElementById(`note-${found}`)?.focus();
    const { from, to, text, author, channel } = draft;
    const note = { from, ...(to && { to }), text, author, channel: channel || null };
    await writeNote(note).then(done, () => setWrong('notSaved'));
  };
  return (
    <Dialog className="drawer" title={t('notes.add')} close={close}>
      <form class="words" noValidate onSubmit={save}>
        <p>{t('notes.why')}</p>
        <label>
          <span>{t('notes.from')}</span>
          <input type="date" {...field('from')} />
        </label>
        <label>
          <span>{t('notes.to')}</span>
          <input type="date" {...field('to')} />
        </label>
        <label>
          <span>{t('notes.text')}</span>
          <textarea rows={4} maxLength={MOST_TEXT} {...field('text')} />
        </label>
        <label>
          <span>{t('notes.author')}</span>
          <input maxLength={MOST_AUTHOR} {...field('author')} />
        </label>
        <label>
          <span>{t('notes.about')}</span>
          <select {...field('channel')}>
            <option value="">{t('notes.all')}</option>
            {town.value?.channels.map(({ code, label }) => (
              <option key={code} value={code}>
                {label}
              </option>
            ))}
          </select>
        </label>
        {wrong && (
          <p class="range-error" role="alert" id="note-wrong">
            {t(wrong === 'notSaved' ? 'notes.notSaved' : `notes.wrong.${wrong}`)}
          </p>
        )}
        <div class="popover-actions">
          <button type="submit" class="button button-main">
            {t('notes.save')}
          </button>
          <button type="button" class="button" onClick={close}>
            {t('filter.cancel')}
          </button>
        </div>
      </form>
    </Dialog>
  );
}

function wrongIn({ from, to, text, author }: Draft): Wrong | null {
  if (from === '') return 'from';
  if (to !== '' && to < from) return 'to';
  if (text.trim() === '') return 'text';
  return author.trim() === '' ? 'author' : null;
}
