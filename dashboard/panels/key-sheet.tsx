// SPDX-License-Identifier: AGPL-3.0-or-later
// The sheet of keys, and the switch that turns single keys off.
import type { ComponentChildren } from 'preact';
import { t } from '../i18n/words.ts';
import { isSheetOpen } from '../keyboard.ts';
import { keysAct, letKeysAct } from '../preferences.ts';
import { PAGE_NAMES, PAGES } from '../route.ts';
import { Dialog } from './dialog.tsx';

/** The keys, one a line, for as long as the sheet is open. */
export function KeySheet() {
  const close = () => {
    isSheetOpen.value = false;
  };
  return (
    <Dialog className="sheet" title={t('keys.title')} close={close}>
      <label class="check">
        <input
          type="checkbox"
          checked={keysAct.value}
          onChange={({ currentTarget }) => letKeysAct(currentTarget.checked)}
        />
        {t('keys.switch')}
      </label>
      <dl class="keys">
        <Line keys={['?']}>{t('keys.sheet')}</Line>
        {PAGE_NAMES.map((name) => (
          <Line key={name} keys={['g', PAGES[name].letter]}>
            {t(`nav.${name}`)}
          </Line>
        ))}
        <Line keys={['/']}>{t('keys.period')}</Line>
        <Line keys={['t']}>{t('keys.table')}</Line>
        <Line keys={['s']}>{t('keys.download')}</Line>
        <Line keys={['[', ']']}>{t('keys.neighbours')}</Line>
        <Line keys={['←', '→']}>{t('keys.arrows')}</Line>
        <Line keys={['Esc']}>{t('keys.close')}</Line>
      </dl>
    </Dialog>
  );
}

function Line({ keys, children }: { keys: readonly string[]; children: ComponentChildren }) {
  return (
    <div>
      <dt>
        {keys.map((key) => (
          <kbd key={key}>{key}</kbd>
        ))}
      </dt>
      <dd>{children}</dd>
    </div>
  );
}
