// SPDX-License-Identifier: AGPL-3.0-or-later
// What the office may do with a report: add its own words, freeze it, and open it again.
import { useState } from 'preact/hooks';
import type { ReportState } from '../../api/schemas/report.ts';
import { freeze } from '../client.ts';
import { t } from '../i18n/words.ts';
import { Icon } from '../icons.tsx';
import { Dialog } from './dialog.tsx';
import { ReportComment } from './report-comment.tsx';

interface Props {
  state: ReportState;
  /** "aprile 2020". */
  name: string;
  /** Says what was done, and reads the report anew. */
  done: (words: string) => void;
}

/** The buttons, and the dialog that one of them has opened. */
export function ReportActs({ state, name, done }: Props) {
  const [open, setOpen] = useState<'words' | 'version' | null>(null);
  const close = () => setOpen(null);
  const finish = (words: string) => {
    close();
    done(words);
  };
  const isFrozen = state.version?.frozen ?? false;
  return (
    <div class="reader-acts">
      {!isFrozen && (
        <button type="button" class="button" onClick={() => setOpen('words')}>
          {t('report.write')}
        </button>
      )}
      {state.isOver && (
        <button type="button" class="button" onClick={() => setOpen('version')}>
          <Icon name={isFrozen ? 'undo' : 'lock'} />
          {t(isFrozen ? 'report.thaw' : 'report.freeze')}
        </button>
      )}
      {open === 'words' && <ReportComment month={state.month} {...{ name, close }} done={finish} />}
      {open === 'version' && <Confirm month={state.month} {...{ name, isFrozen, close }} done={finish} />}
    </div>
  );
}

interface ConfirmProps extends Pick<Props, 'name' | 'done'> {
  month: string;
  isFrozen: boolean;
  close: () => void;
}

function Confirm({ month, name, isFrozen, close, done }: ConfirmProps) {
  const [hasFailed, setFailed] = useState(false);
  const press = () =>
    freeze(month, !isFrozen).then(
      () => done(t(isFrozen ? 'report.thawed' : 'report.frozen')),
      () => setFailed(true),
    );
  return (
    <Dialog
      className="sheet"
      title={t(isFrozen ? 'report.thawTitle' : 'report.freezeTitle', { month: name })}
      close={close}
    >
      <p>{t(isFrozen ? 'report.thawWhy' : 'report.freezeWhy')}</p>
      {hasFailed && (
        <p class="range-error" role="alert">
          {t('report.notSaved')}
        </p>
      )}
      <div class="popover-actions">
        <button type="button" class="button button-main" onClick={press}>
          {t(isFrozen ? 'report.thaw' : 'report.freeze')}
        </button>
        <button type="button" class="button" onClick={close}>
          {t('report.cancel')}
        </button>
      </div>
    </Dialog>
  );
}
