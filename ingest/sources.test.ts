// SPDX-License-Identifier: AGPL-3.0-or-later
// Every source against its fixture folder: each file there is recognised, read, and says exactly what stands in the
// file of the same name with .expected.json. Set WRITE_EXPECTED=1 to write the ones that are missing, then read them.
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { projectRoot } from '../sql/engine/engine.ts';
import { checkSettings } from '../sql/settings.ts';
import { findLayout } from './read.ts';
import { hashes } from './secret.ts';
import { BadFile } from './source.ts';
import { SOURCES } from './sources.ts';
import { plan, type Rejected, translate } from './translate.ts';

const fixtures = join(projectRoot(), 'fixtures', 'sources');
const context = { settings: checkSettings({}), ...hashes('a secret for tests') };

describe.each(SOURCES)('$name', (source) => {
  const folder = join(fixtures, source.name);
  const files = readdirSync(folder).filter((name) => !name.endsWith('.expected.json'));

  test('has fixtures', () => expect(files).not.toEqual([]));

  test.each(files)('%s', async (name) => {
    const said = await everythingIn(join(folder, name), source.name);
    const expected = join(folder, `${name}.expected.json`);
    if (!existsSync(expected) && process.env.WRITE_EXPECTED)
      writeFileSync(expected, `${JSON.stringify(said, null, 1)}\n`);
    expect(said).toEqual(JSON.parse(readFileSync(expected, 'utf8')));
  });
});

/** What a file says, with hashes as text; a file that is refused says why. */
async function everythingIn(file: string, source: string): Promise<unknown> {
  try {
    const { layout, sample } = await findLayout(file);
    const planned = plan(layout, sample);
    expect(planned.source.name).toBe(source);
    const translations: unknown[] = [];
    const rejected: Rejected[] = [];
    const vouches = await translate(file, planned, context, async (batch) => {
      translations.push(...batch.translations);
      rejected.push(...batch.rejected);
    });
    const answer = { vouches, translations, rejected };
    return JSON.parse(
      JSON.stringify(answer, (_, value) => (typeof value === 'bigint' ? String(value) : value)),
    );
  } catch (error) {
    if (!(error instanceof BadFile)) throw error;
    return { refused: error.message };
  }
}
