// SPDX-License-Identifier: AGPL-3.0-or-later
import { useState } from 'preact/hooks';
import { t } from '../i18n/words.ts';
import { Icon } from '../icons.tsx';

/** Copies the address, which holds every choice, and says so. */
export function CopyLink() {
  const [said, setSaid] = useState('');
  const press = async () => {
    setSaid('');
    setSaid(t((await copy(location.href)) ? 'copy.done' : 'copy.failed'));
  };
  return (
    <p class="copy">
      <button type="button" class="button button-quiet" onClick={press}>
        <Icon name="link" />
        {t('copy.link')}
      </button>
      <span role="status" class="copy-said">
        {said}
      </span>
    </p>
  );
}

/** The clipboard is there on https and on this machine only; elsewhere the old way may still work. */
async function copy(text: string): Promise<boolean> {
  if (navigator.clipboard) {
    return navigator.clipboard.writeText(text).then(
      () => true,
      () => false,
    );
  }
  const field = document.createElement('textarea');
  field.value = text;
  document.body.append(field);
  field.select();
  const isDone = document.execCommand('copy');
  field.remove();
  return isDone;
}
