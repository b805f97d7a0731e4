// SPDX-License-Identifier: AGPL-3.0-or-later
// Starts the dashboard: chooses theme and language, then draws.
import { render } from 'preact';
import { App } from './app.tsx';
import { type Language, speak } from './i18n/words.ts';
import { hearKeys } from './keyboard.ts';
import { followLinks } from './links.ts';
import { loadPage } from './pages.ts';
import { remembered, showTheme } from './preferences.ts';
import { parameter, route, setParameter } from './state.ts';
import { askTownEarly } from './town.ts';

const language: Language = (parameter('lingua') ?? remembered('language')) === 'en' ? 'en' : 'it';
// A link that is handed on shows the same words to who receives it.
if (language === 'en') setParameter('lingua', 'en', { replace: true });
const root = document.getElementById('app');

const speaking = speak(language);
askTownEarly(speaking);
showTheme();
followLinks();
hearKeys();
speaking.then(() => {
  // On its way while the frame is drawn; who needs the page asks again, and meets a failure.
  if (route.value.page !== 'unknown') loadPage(route.value.page).catch(() => {});
  document.documentElement.lang = language;
  if (root) render(<App />, root);
});
