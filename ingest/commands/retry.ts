// SPDX-License-Identifier: AGPL-3.0-or-later
// affluenza loads retry: what was taken back counts again; what was cut off or refused is taken in again from its file.
import { readdirSync } from 'node:fs';
import { commandUser, record } from '../../sql/audit.ts';
import type { Database } from '../../sql/client.ts';
import { findLoad, keptName, type Load } from '../journal.ts';
import { type LoadOptions, restoreLoad } from '../load.ts';
import { fingerprint } from '../read.ts';
import { counted, saidFile } from '../say.ts';
import { BadFile } from '../source.ts';
import { SOURCES } from '../sources.ts';
import { refuseNoFile } from '../wrong-file.ts';
import { exitCode, type Flags, loadOptions, takeInAndSay } from './ingest.ts';
import { fromHere, installation, withDatabase } from './session.ts';

/** Tries a load again; `named` is its file, which is otherwise looked for in the folder where the person is. */
export async function retry(start: string, named: string | undefined, flags: Flags): Promise<void> {
  await withDatabase(async (database) => {
    const load = await findLoad(database, start);
    if (load.state === 'committed') throw new BadFile(`Il carico ${load.id} conta già: nulla da rimettere.`);
    if (load.state !== 'revoked') return takeInAgain(database, load, named, flags);
    if (named) await refuseOther(load, named);
    await restoreLoad(database, load.id, installation().settings);
    await record(database, commandUser(), 'restore', load.id);
    console.log(`Rimesso: ${load.file} (${counted(load.rows, 'riga', 'righe')}).`);
  });
}

async function takeInAgain(
  database: Database,
  load: Load,
  named: string | undefined,
  flags: Flags,
): Promise<void> {
  const options = await asBefore(database, load, flags);
  if (named) await refuseOther(load, named);
  const outcome = await takeInAndSay(database, named ?? (await fileHere(load)), options);
  process.exitCode = exitCode([outcome]);
}

/** The file is read as it was then, unless the person says otherwise now. */
async function asBefore(database: Database, load: Load, flags: Flags): Promise<LoadOptions> {
  const known = SOURCES.some(({ name }) => name === load.source);
  if (!known && !flags.mapping && !flags.source) {
    throw new BadFile(
      `Il carico ${load.id} era stato letto con la mappatura «${load.source}»: indicala con --mapping FILE.`,
    );
  }
  const [then] = await database.ask<{ dateOrder: 'day' | 'month' | '' }>('loads/date-order.sql', {
    load: load.id,
  });
  const dateOrder = flags.dateOrder ?? (then?.dateOrder || undefined);
  const source = flags.source ?? (flags.mapping ? undefined : load.source);
  const options = loadOptions({ ...flags, ...(source && { source }), ...(dateOrder && { dateOrder }) });
  return { ...options, demonstration: load.demonstration };
}

/** @throws BadFile when that is not the file that the load was of. */
async function refuseOther(load: Load, named: string): Promise<void> {
  const file = fromHere(named);
  const said = saidFile(named, process.stderr.isTTY);
  try {
    refuseNoFile(file);
  } catch (error) {
    throw error instanceof BadFile ? new BadFile(`${said}: ${error.message}`) : error;
  }
  if ((await fingerprint(file)) !== load.sha256) {
    throw new BadFile(
      `${said}: non è il file del carico ${load.id}, o da allora è cambiato. Per caricarlo com'è ora: npm run ingest -- FILE`,
    );
  }
}

/** Only the shape of a name is kept, and no folder: files whose names fit are told by what is in them. */
async function fileHere(load: Load): Promise<string> {
  const fitting = readdirSync(fromHere('.'), { withFileTypes: true })
    .filter((entry) => entry.isFile() && keptNames(entry.name, load).includes(load.file))
    .map(({ name }) => name);
  for (const name of fitting) if ((await fingerprint(fromHere(name))) === load.sha256) return name;
  const found =
    fitting.length === 0
      ? 'in questa cartella non c’è più'
      : `in questa cartella ${fitting.length === 1 ? 'ce n’è uno' : 'ce ne sono'} con quel nome, ma con un altro contenuto`;
  throw new BadFile(
    `Di ${load.file} non è stato tenuto nulla, e ${found}. Indica dov’è: npm run affluenza -- loads retry ${load.id} FILE`,
  );
}

const keptNames = (name: string, { source, demonstration }: Load): string[] => [
  keptName(name, { source, demonstration, namesPeople: false }),
  keptName(name, { source, demonstration, namesPeople: true }),
];
