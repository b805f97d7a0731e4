// SPDX-License-Identifier: AGPL-3.0-or-later
// The frame of every chart: what it shows, in words and in a picture, its table one key away, and ways to take it along.
import type { ComponentChildren } from 'preact';
import { useRef } from 'preact/hooks';
import type { Asked } from '../answer.ts';
import { t } from '../i18n/words.ts';
import { ChannelIcon, channelClass, Icon } from '../icons.tsx';
import { address, choose } from '../state.ts';
import { DataTable, type Table } from './data-table.tsx';
import { DownloadMenu } from './download-menu.tsx';
import { type Kind, Nothing, Panel } from './states.tsx';

interface Props<Answer> {
  /** Its name on the page and in the address, for instance `ore`. */
  id: string;
  /** What it shows, with the unit or a subtitle that says it. */
  title: string;
  subtitle?: string;
  level?: 2 | 3;
  /** The channel whose colour it has. */
  channel?: string;
  asked: Asked<Answer>;
  skeleton?: Kind;
  /** The same in words, made from the data. */
  summary: (answer: Answer) => ComponentChildren;
  table: (answer: Answer) => Table;
  /** Why there is nothing to draw; null when there is. */
  nothing?: (answer: Answer) => 'empty' | 'suppressed' | null;
  /** The addresses of the table as a file and in the API. */
  csv?: string;
  api?: string;
  /** What stands at the right of the title, for instance the step. */
  controls?: ComponentChildren;
  /** What belongs under the chart: legend, captions. */
  after?: ComponentChildren;
  children: (answer: Answer) => ComponentChildren;
}

/** A chart in its frame. The chart itself is one inline SVG with the class `chart`, or a canvas, or HTML. */
export function ChartPanel<Answer>(props: Props<Answer>) {
  const { id, title, subtitle, level = 2, channel, asked, controls, csv, api } = props;
  const Heading = `h${level}` as const;
  const body = useRef<HTMLDivElement>(null);
  return (
    <article
      class={channel ? `card chart-panel ${channelClass(channel)}` : 'card chart-panel'}
      aria-labelledby={`${id}-title`}
      data-chart={id}
    >
      <div class="panel-head">
        <div>
          <Heading id={`${id}-title`} tabIndex={-1}>
            {channel && <ChannelIcon code={channel} />}
            {title}
          </Heading>
          {subtitle && <p class="note">{subtitle}</p>}
        </div>
        <div class="panel-tools">
          {controls}
          {asked.data && <TableButton id={id} title={title} />}
          {asked.data && <DownloadMenu {...{ id, title, subtitle, csv, api }} body={body} />}
        </div>
      </div>
      <Panel asked={asked} kind={props.skeleton ?? 'timeline'}>
        {(answer) => <Body {...props} answer={answer} body={body} />}
      </Panel>
    </article>
  );
}

interface BodyProps<Answer> extends Props<Answer> {
  answer: Answer;
  body: { current: HTMLDivElement | null };
}

function Body<Answer>({ answer, body, id, title, ...props }: BodyProps<Answer>) {
  const nothing = props.nothing?.(answer);
  return (
    <>
      <p class="summary" id={`${id}-summary`}>
        {props.summary(answer)}
      </p>
      {nothing ? (
        <Nothing why={nothing} />
      ) : (
        <div class="chart-body" ref={body}>
          {props.children(answer)}
        </div>
      )}
      {props.after}
      {showsTable(id) && <DataTable id={`${id}-table`} caption={title} table={props.table(answer)} />}
    </>
  );
}

const showsTable = (id: string): boolean => address.value?.choices.tables.includes(id) ?? false;

function TableButton({ id, title }: { id: string; title: string }) {
  const isShown = showsTable(id);
  const label = t(isShown ? 'table.hide' : 'table.show');
  const toggle = () => {
    // As the address has it now: a second press may come before the first has been drawn.
    const tables = address.value?.choices.tables ?? [];
    choose({ tables: tables.includes(id) ? tables.filter((other) => other !== id) : [...tables, id] });
  };
  return (
    <button
      type="button"
      class="icon-button"
      data-press="table"
      aria-label={`${label}: ${title}`}
      title={label}
      aria-expanded={isShown}
      aria-controls={isShown ? `${id}-table` : undefined}
      onClick={toggle}
    >
      <Icon name="table" />
    </button>
  );
}
