// SPDX-License-Identifier: AGPL-3.0-or-later
// Starts the page: chooses the language that the address asks for, then draws.
import { render } from 'preact';
import { App } from './app.tsx';
import { speak } from './i18n/words.ts';

const language = new URLSearchParams(location.search).get('lingua') === 'en' ? 'en' : 'it';
const root = document.getElementById('app');

speak(language).then(() => {
  document.documentElement.lang = language;
  if (root) render(<App />, root);
});
