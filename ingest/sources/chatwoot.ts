// SPDX-License-Identifier: AGPL-3.0-or-later

import { wholeCount } from '../cells.ts';
import { civilDate } from '../civil.ts';
import { shown } from '../mask.ts';
import { BadFile, BadRow, type Contact, type RowSource, type Start, type Translation } from '../source.ts';

/**
 * The conversation traffic report of Chatwoot: a row an hour, a column a day, in the local time of who downloaded it.
 * Older versions repeat the table in UTC below: only the first is read. Its other reports have totals of a period.
 */
export const chatwoot: RowSource = {
  name: 'chatwoot',
  title: 'traffico delle conversazioni di Chatwoot',
  identity: 'complete',
  channel: 'chat',
  metrics: ['conversations'],
  records: 'rows',
  recognizes,
  open: () => {
    const traffic = new Traffic();
    return { take: (row) => traffic.take(row), end: () => traffic.end(), vouches: () => 'rows' };
  },
};

const PERIOD = /^(?:Periodo di segnalazione da|Reporting period)\b/i;
const ZONE = /^(?:Fuso orario|Time ?zone)$/i;
/** How the header of the table begins: nothing in older versions. */
const HOURS = /^(?:|Start of the hour|Inizio dell'ora)$/i;
/** What the tables of totals have in their headers. */
const TOTALS =
  /^(?:Tempo medio di (?:prima risposta|risoluzione|risposta|attesa cliente)|Avg\.? (?:first response|resolution|reply|customer waiting) time.*|Numero di conversazioni|Conversazioni assegnate|No\. of conversations|Conversations count|Assigned conversations)$/i;
const DAY = /^\d{4}-\d{2}-\d{2}$/;

function recognizes({ rows }: Start): number {
  const [first = ''] = rows[0] ?? [];
  const marks = [PERIOD.test(first), ZONE.test(first), rows.some(isTraffic), rows.some(isTotals)];
  return marks.filter(Boolean).length * 2;
}

function isTraffic([first = '', ...days]: readonly string[]): boolean {
  return HOURS.test(first.trim()) && days.length > 0 && days.every((day) => DAY.test(day));
}

function isTotals(row: readonly string[]): boolean {
  return row.filter((cell) => TOTALS.test(cell.trim())).length >= 2;
}

/** Reads the rows of the report; a day counts when all its hours have a number, for the last may not have ended. */
class Traffic {
  #days: string[] | undefined;
  #isOver = false;
  readonly #facts = new Map<string, Contact[]>();

  take(row: readonly string[]): undefined {
    const [first = ''] = row;
    if (this.#isOver || row.every((cell) => cell.trim() === '') || PERIOD.test(first)) return;
    if (ZONE.test(first)) return refuseZone(row[1] ?? '');
    if (isTotals(row)) throw new BadFile(TOTALS_REFUSED);
    if (isTraffic(row)) this.#begin(row.slice(1));
    else this.#hour(row);
  }

  end(): readonly Translation[] {
    if (!this.#days) throw new BadFile(`non ci sono conversazioni per ora e giorno. ${WHICH_REPORT}`);
    return [...this.#facts].flatMap(([day, facts]): Translation[] =>
      facts.length === HOURS_A_DAY ? facts : [{ table: null, class: 'giorni non finiti', day }],
    );
  }

  /** The second table is the first once more, in UTC. */
  #begin(days: readonly string[]): void {
    if (this.#days) {
      this.#isOver = true;
      return;
    }
    this.#days = days.map((day) => civilDate('day', day));
    for (const day of this.#days) this.#facts.set(day, []);
  }

  #hour(row: readonly string[]): void {
    const [first = '', ...cells] = row;
    if (!this.#days) throw new BadFile(`non comincia come il traffico delle conversazioni. ${WHICH_REPORT}`);
    const hour = hourOf(first);
    if (hour === undefined && row.length === 1) return;
    if (hour === undefined) throw new BadRow('hour', '', 'non è un’ora da 0 a 23');
    if (cells.length !== this.#days.length)
      throw new BadRow(
        '',
        '',
        `la riga ha ${cells.length} giorni, l'intestazione ne ha ${this.#days.length}`,
      );
    for (const [at, day] of this.#days.entries()) this.#cell(day, hour, cells[at] ?? '');
  }

  #cell(day: string, hour: string, text: string): void {
    if (text.trim() === '') return;
    this.#facts.get(day)?.push(contact(day, `${day} ${hour}:00:00`, wholeCount(day, text)));
  }
}

const HOURS_A_DAY = 24;

function hourOf(text: string): string | undefined {
  const hour = /^(\d{1,2})(?::00)?$/.exec(text.trim())?.[1];
  return hour === undefined || Number(hour) > 23 ? undefined : hour.padStart(2, '0');
}

function contact(day: string, time: string, count: number): Contact {
  return {
    table: 'contacts',
    scope: '',
    channel: 'chat',
    day,
    time,
    metric: 'conversations',
    platform: 'chatwoot',
    topic: '',
    count,
  };
}

/** `(GMT+01:00) Rome`: winter or summer in Italy; any other place would cut the days elsewhere. */
function refuseZone(zone: string): undefined {
  if (zone.trim() === '' || /^\(GMT\+0[12]:00\)/.test(zone.trim())) return;
  throw new BadFile(
    `le ore sono del fuso "${/^\(GMT[+-]\d{2}:\d{2}\)/.exec(zone.trim())?.[0] ?? shown(zone)}", non dell'Italia: scarica il rapporto da un computer con l'ora italiana.`,
  );
}

const WHICH_REPORT =
  'Serve il rapporto del traffico delle conversazioni: in Chatwoot, Rapporti, Panoramica, riquadro ' +
  '"Traffico delle conversazioni", Scarica rapporto (file conversation_traffic…csv).';
const TOTALS_REFUSED = `questo rapporto di Chatwoot ha i totali di un periodo, non i giorni. ${WHICH_REPORT}`;
