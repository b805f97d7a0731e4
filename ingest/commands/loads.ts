// SPDX-License-Identifier: AGPL-3.0-or-later
// affluenza loads: what was taken in, what was rejected, and how to take it back.
import type { Command } from 'commander';
import { commandUser, record } from '../../sql/audit.ts';
import { findLoad, listLoads, listRejected } from '../journal.ts';
import { revokeLoads } from '../load.ts';
import { rejectedCsv } from '../rejected-csv.ts';
import { counted, loadLine } from '../say.ts';
import { BadFile } from '../source.ts';
import { addReading } from './ingest.ts';
import { retry } from './retry.ts';
import { withDatabase } from './session.ts';

/** Adds the command and those below it. */
export function addLoads(program: Command): void {
  const loads = program.command('loads').description('I file caricati.');
  const add = (name: string, description: string, action: (id: string) => Promise<void>) =>
    loads.command(`${name} <id>`).description(description).action(action);
  loads.command('list', { isDefault: true }).description("L'elenco, dal più recente.").action(showLoads);
  add('show', 'Tutto di uno.', showLoad);
  add('rejected', 'Le righe scartate di uno, con il motivo, come CSV.', showRejected);
  add('revoke', 'Annulla un carico: torna ciò che aveva sostituito.', revoke);
  const again = loads.command('retry <id> [file]');
  again.description('Rimette un carico annullato; ripete dal suo file uno interrotto o rifiutato.');
  addReading(again).action(retry);
}

async function showLoads(): Promise<void> {
  const loads = await withDatabase(listLoads);
  console.log(loads.length === 0 ? 'Nessun file è stato ancora caricato.' : loads.map(loadLine).join('\n'));
}

async function showLoad(start: string): Promise<void> {
  const load = await withDatabase((database) => findLoad(database, start));
  console.log(JSON.stringify(load, null, 2));
}

async function showRejected(start: string): Promise<void> {
  const rows = await withDatabase(async (database) =>
    listRejected(database, (await findLoad(database, start)).id),
  );
  console.log(rejectedCsv(rows));
}

async function revoke(start: string): Promise<void> {
  await withDatabase(async (database) => {
    const load = await findLoad(database, start);
    if (load.state !== 'committed') {
      throw new BadFile(`Il carico ${load.id} non è tra quelli che contano: nulla da annullare.`);
    }
    await revokeLoads(database, [load.id]);
    await record(database, commandUser(), 'revoke', load.id);
    const rows = counted(load.rows, 'riga', 'righe');
    console.log(`Annullato: ${load.file} (${rows}). Torna visibile ciò che aveva sostituito.`);
    console.log(`Per rimetterlo: npm run affluenza -- loads retry ${load.id}`);
  });
}
