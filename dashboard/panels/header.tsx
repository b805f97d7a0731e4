// SPDX-License-Identifier: AGPL-3.0-or-later
// The header: whose page this is, and how the reader wants to see it.
import type { Town } from '../../api/schemas.ts';
import { type Language, spoken, t } from '../i18n/words.ts';
import { Emblem, Icon } from '../icons.tsx';
import { isSheetOpen } from '../keyboard.ts';
import { chooseTheme, chosenTheme, remember, THEMES } from '../preferences.ts';
import { PAGES } from '../route.ts';
import { hrefTo, hrefWith } from '../state.ts';
import { Account } from './account.tsx';
import { Menu } from './menu.tsx';

/** The town's name and the product's; keys, theme, language. */
export function Header({ town }: { town: Town | null }) {
  const home = t('app.home');
  return (
    <header class="head">
      <div class="wrap head-line">
        <a
          class="brand"
          href={hrefTo(PAGES.overview.path)}
          aria-label={town ? `${town.name}, ${home}` : home}
        >
          <Emblem />
          <span class="brand-town">{town?.name}</span>
          <span class="brand-product">{t('app.name')}</span>
        </a>
        <div class="head-tools">
          <button
            type="button"
            class="head-tool"
            aria-label={t('keys.title')}
            title={t('keys.title')}
            onClick={() => {
              isSheetOpen.value = true;
            }}
          >
            <Icon name="help" />
          </button>
          <ThemeMenu />
          <LanguageLink />
          <Account account={town?.account ?? null} />
        </div>
      </div>
    </header>
  );
}

function ThemeMenu() {
  const now = chosenTheme.value;
  const label = `${t('theme.title')}: ${t(`theme.${now}`)}`;
  return (
    <Menu name="theme" icon={now === 'dark' ? 'moon' : 'sun'} label={label} className="head-tool">
      {() =>
        THEMES.map((theme) => (
          <button key={theme} type="button" aria-pressed={theme === now} onClick={() => chooseTheme(theme)}>
            {t(`theme.${theme}`)}
          </button>
        ))
      }
    </Menu>
  );
}

const OTHER: Record<Language, { language: Language; short: string; name: string }> = {
  it: { language: 'en', short: 'EN', name: 'English' },
  en: { language: 'it', short: 'IT', name: 'Italiano' },
};

/** Loads the page anew in the other language, for the same choices. */
function LanguageLink() {
  const { language, short, name } = OTHER[spoken()];
  return (
    <a
      class="head-tool"
      href={hrefWith('lingua', language)}
      lang={language}
      hreflang={language}
      aria-label={`${short}, ${name}`}
      title={name}
      onClick={() => remember('language', language)}
    >
      {short}
    </a>
  );
}
