// SPDX-License-Identifier: AGPL-3.0-or-later
// affluenza privacy: what is kept, why, for how long and who sees it.
import { type Command, Option } from 'commander';
import { LANGUAGES, type Language } from '../privacy-register.ts';
import { privacyText } from '../privacy-text.ts';
import { dataDirectory, installation, withDatabase } from './session.ts';

/** Adds the command. */
export function addPrivacy(program: Command): void {
  program
    .command('privacy')
    .description('Che cosa si conserva, perché e per quanto: la bozza per il registro dei trattamenti.')
    .addOption(new Option('--lang <lingua>', 'la lingua').choices([...LANGUAGES]).default('it'))
    .action(async ({ lang }: { lang: Language }) => {
      const { settings } = installation();
      console.log(await withDatabase((database) => privacyText(database, settings, dataDirectory, lang)));
    });
}
