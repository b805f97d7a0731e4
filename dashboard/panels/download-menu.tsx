// SPDX-License-Identifier: AGPL-3.0-or-later
import { useState } from 'preact/hooks';
import { longDay } from '../format.ts';
import { t } from '../i18n/words.ts';
import { town } from '../state.ts';
import { Menu } from './menu.tsx';

interface Props {
  id: string;
  title: string;
  subtitle: string | undefined;
  csv: string | undefined;
  api: string | undefined;
  /** Where the chart is drawn. */
  body: { current: HTMLElement | null };
}

/** PNG, SVG and CSV of a chart, and its data in the API; SVG only where it would be true lines. */
export function DownloadMenu({ id, title, subtitle = '', csv, api, body }: Props) {
  const [hasFailed, setFailed] = useState(false);
  const save = async (kind: 'png' | 'svg') => {
    setFailed(false);
    // The code that makes pictures is fetched when somebody wants one.
    const { downloadPicture } = await import('../charts/picture.ts');
    const picture = { title, subtitle, source: sourceLine(), name: `affluenza-${id}` };
    await downloadPicture(body.current, picture, kind);
  };
  const press = (kind: 'png' | 'svg') => () => save(kind).catch(() => setFailed(true));
  const has = (drawn: string) => body.current?.querySelector(drawn) != null;
  return (
    <div data-press="download">
      <Menu name={`download-${id}`} icon="download" label={`${t('chart.download')}: ${title}`}>
        {() => [
          has('svg.chart, canvas') && (
            <button type="button" onClick={press('png')}>
              {t('chart.png')}
            </button>
          ),
          has('svg.chart') && (
            <button type="button" onClick={press('svg')}>
              {t('chart.svg')}
            </button>
          ),
          csv && town.value?.exports && (
            <a href={csv} download>
              {t('chart.csv')}
            </a>
          ),
          api && <a href={api}>{t('chart.api')}</a>,
        ]}
      </Menu>
      {hasFailed && (
        <span role="alert" class="note">
          {t('chart.failed')}
        </span>
      )}
    </div>
  );
}

function sourceLine(): string {
  const { name = '', lastDay = null } = town.value ?? {};
  return lastDay ? t('chart.source', { town: name, day: longDay(lastDay) }) : name;
}
