// SPDX-License-Identifier: AGPL-3.0-or-later
// What the pages say is data, not script: as built, the words of each page are a JSON file that comes with the page. The
// sources stay TypeScript, so that a missing key, or a gap that nothing fills, does not compile.
import { readFile } from 'node:fs/promises';
import { basename, dirname } from 'node:path';
import { type Plugin, transformWithOxc } from 'vite';

/** The lists that every page needs at once: they stay where they are. */
const WITH_THE_FRAME = ['frame', 'figures'];

/** Makes `export const data = {…}` in `i18n/it/data.ts` a function of that name, which fetches the words. */
export function wordsAsData(): Plugin {
  return {
    name: 'words-as-data',
    apply: 'build',
    async load(id) {
      const name = /\/i18n\/[a-z]{2}\/(\w+)\.ts$/.exec(id)?.[1];
      if (!name || WITH_THE_FRAME.includes(name)) return null;
      const { code } = await transformWithOxc(await readFile(id, 'utf8'), id);
      const { [name]: words } = await import(`data:text/javascript,${encodeURIComponent(code)}`);
      const file = this.emitFile({
        type: 'asset',
        name: `${basename(dirname(id))}-${name}.json`,
        source: JSON.stringify(words),
      });
      return `export const ${name} = async () => (await fetch(import.meta.ROLLUP_FILE_URL_${file})).json();`;
    },
  };
}
