// SPDX-License-Identifier: AGPL-3.0-or-later
import { t } from '../i18n/words.ts';
import { ChannelIcon, channelClass, Icon } from '../icons.tsx';
import { useTitle } from './page-head.tsx';

const SHOWN = ['web', 'social', 'chat', 'email', 'phone', 'desk', 'practice'];

/** The first visit, with nothing loaded: an invitation, not empty charts. */
export function EmptyDatabase({ again }: { again: () => void }) {
  useTitle(t('nav.overview'));
  return (
    <section class="empty">
      <p class="empty-icons" aria-hidden="true">
        {SHOWN.map((code) => (
          <span key={code} class={channelClass(code)}>
            <ChannelIcon code={code} />
          </span>
        ))}
      </p>
      <h1>{t('empty.title')}</h1>
      <p class="empty-lead">{t('empty.text')}</p>
      <div class="empty-ways">
        <Way title={t('empty.load')} command="npm run ingest -- FILE" text={t('empty.loadText')} />
        <Way
          title={t('empty.demonstration')}
          command="npm run ingest -- --demonstration"
          text={t('empty.demonstrationText')}
        />
      </div>
      <button type="button" class="button" onClick={again}>
        <Icon name="retry" />
        {t('empty.again')}
      </button>
    </section>
  );
}

function Way({ title, command, text }: { title: string; command: string; text: string }) {
  return (
    <div class="card">
      <h2>{title}</h2>
      <p class="command">
        <code>{command}</code>
      </p>
      <p class="note">{text}</p>
    </div>
  );
}
