// SPDX-License-Identifier: AGPL-3.0-or-later
// The form for the office's own words in a report.
import '../style/notes.css';
import { useState } from 'preact/hooks';
import type { Comment } from '../../api/schemas/report.ts';
import { useAnswer } from '../answer.ts';
import { comment, reportQuestion } from '../client.ts';
import { t } from '../i18n/words.ts';
import { Dialog } from './dialog.tsx';
import { Panel } from './states.tsx';

interface Props {
  month: string;
  name: string;
  close: () => void;
  done: (words: string) => void;
}

const MOST = 4000;
const MOST_AUTHOR = 80;

/** The dialog, filled with the words that stand. */
export function ReportComment({ month, name, close, done }: Props) {
  const asked = useAnswer(reportQuestion(month));
  return (
    <Dialog className="drawer" title={t('report.writeTitle', { month: name })} close={close}>
      <Panel asked={asked} kind="table">
        {({ comment }) => <Form {...{ month, close, done }} known={comment} />}
      </Panel>
    </Dialog>
  );
}

function Form({ month, known, close, done }: Omit<Props, 'name'> & { known: Comment | null }) {
  const [text, setText] = useState(known?.text ?? '');
  const [author, setAuthor] = useState(known?.author ?? '');
  const [wrong, setWrong] = useState<'authorMissing' | 'notSaved' | null>(null);
  const save = async (event: Event) => {
    event.preventDefault();
    if (author.trim() === '') {
      setWrong('authorMissing');
      return document.getElementById('report-author')?.focus();
    }
    await comment(month, { text, author }).then(
      () => done(t(text.trim() === '' ? 'report.removed' : 'report.saved')),
      () => setWrong('notSaved'),
    );
  };
  return (
    <form class="words" noValidate onSubmit={save}>
      <p>{t('report.writeWhy')}</p>
      <label>
        <span>{t('report.text')}</span>
        <textarea
          rows={10}
          maxLength={MOST}
          value={text}
          aria-describedby="report-text-note"
          onInput={({ currentTarget }) => setText(currentTarget.value)}
        />
      </label>
      <p class="note" id="report-text-note">
        {t('report.textNote')}
      </p>
      <label>
        <span>{t('report.author')}</span>
        <input
          id="report-author"
          maxLength={MOST_AUTHOR}
          value={author}
          aria-invalid={wrong === 'authorMissing'}
          aria-describedby="report-author-note"
          onInput={({ currentTarget }) => setAuthor(currentTarget.value)}
        />
      </label>
      <p class="note" id="report-author-note">
        {t('report.authorNote')}
      </p>
      {wrong && (
        <p class="range-error" role="alert">
          {t(`report.${wrong}`)}
        </p>
      )}
      <div class="popover-actions">
        <button type="submit" class="button button-main">
          {t('report.save')}
        </button>
        <button type="button" class="button" onClick={close}>
          {t('report.cancel')}
        </button>
      </div>
    </form>
  );
}
