// SPDX-License-Identifier: AGPL-3.0-or-later
import { useState } from 'preact/hooks';
import type { Town } from '../../api/schemas.ts';
import { t } from '../i18n/words.ts';
import { ChannelIcon, channelClass, Icon } from '../icons.tsx';
import { chooseAfterPaint } from '../state.ts';
import { focusFirst } from './use-disclosure.ts';

interface Props {
  chosen: readonly string[];
  channels: Town['channels'];
  close: () => void;
}

/** The chooser of channels: at least one, in the town's order. */
export function ChannelForm({ chosen, channels, close }: Props) {
  const [draft, setDraft] = useState(chosen);
  const [isEmpty, setEmpty] = useState(false);
  const codes = channels.map(({ code }) => code);
  const apply = (event: Event) => {
    event.preventDefault();
    setEmpty(draft.length === 0);
    if (draft.length === 0) return;
    close();
    chooseAfterPaint({ channels: codes.filter((code) => draft.includes(code)) });
  };
  const toggle = (code: string) =>
    setDraft(draft.includes(code) ? draft.filter((other) => other !== code) : [...draft, code]);
  return (
    <form ref={focusFirst} onSubmit={apply} aria-label={t('filter.channels')}>
      <fieldset class="checks" aria-describedby={isEmpty ? 'channels-error' : undefined}>
        <legend class="hidden">{t('filter.channels')}</legend>
        {channels.map(({ code, label }) => (
          <label key={code} class={`check ${channelClass(code)}`}>
            <input type="checkbox" checked={draft.includes(code)} onChange={() => toggle(code)} />
            <ChannelIcon code={code} />
            {label}
          </label>
        ))}
      </fieldset>
      {isEmpty && (
        <p class="range-error" id="channels-error" role="alert">
          <Icon name="alert" />
          {t('error.channels')}
        </p>
      )}
      <div class="popover-actions">
        <button type="submit" class="button button-main">
          {t('filter.apply')}
        </button>
        <button type="button" class="button button-quiet" onClick={() => setDraft(codes)}>
          {t('filter.all')}
        </button>
      </div>
    </form>
  );
}
