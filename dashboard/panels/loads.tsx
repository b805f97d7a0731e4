// SPDX-License-Identifier: AGPL-3.0-or-later
// The files taken in, the latest first, and how each stands. They are taken back on the command line.

import type { Load } from '../../api/schemas.ts';
import type { Asked } from '../answer.ts';
import { loadsQuestion, tableFile } from '../client.ts';
import { capital, instant, number, shortPeriod } from '../format.ts';
import { plural, t } from '../i18n/words.ts';
import { Icon, type IconName } from '../icons.tsx';
import { sourceName } from '../sources.ts';
import { type Cell, DataTable, nothing, shown } from './data-table.tsx';
import { DownloadMenu } from './download-menu.tsx';
import { RetentionNote } from './retention.tsx';
import { Panel } from './states.tsx';

/** So many characters of its number name a load. */
const ENOUGH = 8;

/** The section of the loads. */
export function Loads({ asked }: { asked: Asked<Load[]> }) {
  return (
    <section class="card loads" aria-labelledby="loads">
      <div class="panel-head">
        <div>
          <h2 id="loads">{t('loads.title')}</h2>
          <p class="note">
            {t('loads.note')} <code>npm run affluenza -- loads revoke {t('loads.code').toUpperCase()}</code>{' '}
            {t('loads.restore')} <code>loads retry {t('loads.code').toUpperCase()}</code>.
          </p>
          <RetentionNote />
        </div>
        <div class="panel-tools">
          {asked.data && (
            <DownloadMenu
              id="loads"
              title={t('loads.title')}
              subtitle=""
              csv={tableFile(loadsQuestion)}
              api={loadsQuestion.path}
              body={{ current: null }}
            />
          )}
        </div>
      </div>
      <Panel asked={asked} kind="table">
        {(loads) =>
          loads.length === 0 ? (
            <p class="nothing">{t('loads.none')}</p>
          ) : (
            <DataTable caption={t('loads.title')} table={{ columns: columns(), rows: loads.map(row) }} />
          )
        }
      </Panel>
    </section>
  );
}

const columns = () => [
  { title: t('loads.when') },
  { title: t('loads.file') },
  { title: t('loads.source'), isMinor: true },
  { title: t('loads.days'), isMinor: true },
  { title: t('loads.rows'), isFigure: true },
  { title: t('loads.rejected'), isFigure: true, isMinor: true },
  { title: t('loads.state') },
  { title: capital(t('loads.code')), isMinor: true },
];

function row(load: Load): { key: string; cells: Cell[] } {
  const { id, source, file, rows, rejected, startedAt, firstDay, lastDay } = load;
  const days = firstDay && lastDay ? shown(shortPeriod({ from: firstDay, to: lastDay })) : nothing('missing');
  return {
    key: id,
    cells: [
      shown(instant(startedAt)),
      shown(<span class="loads-file">{file}</span>),
      shown(capital(sourceName(source))),
      days,
      shown(number(rows)),
      shown(number(rejected)),
      shown(<State load={load} />),
      shown(<code>{id.slice(0, ENOUGH)}</code>),
    ],
  };
}

const ICONS: Record<Load['state'], IconName> = {
  committed: 'check',
  revoked: 'undo',
  refused: 'close',
  started: 'alert',
};

function State({ load: { state, rejected, changedAt } }: { load: Load }) {
  const isPartial = state === 'committed' && rejected > 0;
  const words = {
    committed: isPartial ? plural('loads.partial', rejected, number(rejected)) : t('loads.committed'),
    revoked: t('loads.revoked', { when: instant(changedAt) }),
    refused: t('loads.refused'),
    started: t('loads.started'),
  };
  return (
    <span class={`load-state load-${isPartial ? 'partial' : state}`}>
      <Icon name={isPartial ? 'alert' : ICONS[state]} />
      {words[state]}
    </span>
  );
}
