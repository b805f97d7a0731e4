// SPDX-License-Identifier: AGPL-3.0-or-later
// Open data: off unless the town switches it on; then a page, the sets, and a catalogue for those who collect them.
import type { OpenAPIHono } from '@hono/zod-openapi';
import type { Context } from 'hono';
import { listLoads } from '../../ingest/journal.ts';
import { dayText } from '../../sql/vocabulary.ts';
import { declareRoute } from '../access/roles.ts';
import { dayInRome } from '../compare/calendar.ts';
import { etagOf, isKnown } from '../export/etag.ts';
import { FORMATS } from '../export/formats.ts';
import { OPEN_DATA_STYLE, openDataPage } from '../opendata/page.ts';
import { rdfXml } from '../opendata/rdf-xml.ts';
import { setsOf } from '../opendata/sets.ts';
import { type Catalogue, statements } from '../opendata/statements.ts';
import { turtle } from '../opendata/turtle.ts';
import { allowStyle } from '../own-style.ts';
import { fromOneState, type Office, readTown } from '../town.ts';
import { pageRoute } from './page-route.ts';
import { sendTable } from './tables.ts';

const PATH = '/opendata/';
/** An hour: new files come in once a day at most. */
const CACHING = 'public, max-age=3600';

const OFF = 'I dati aperti di questo Comune non sono pubblicati.\n';
const NO_SET = 'Qui non c’è nessun insieme di dati: l’elenco è in /opendata/.\n';

const DOCUMENTED = [
  pageRoute('public', '/opendata', 'Leads to the open data'),
  pageRoute('public', PATH, 'The open data, if the settings publish them'),
  pageRoute('public', `${PATH}catalog.ttl`, 'Their catalogue in Turtle', 'text/turtle'),
  pageRoute('public', `${PATH}catalog.rdf`, 'Their catalogue in RDF/XML', 'application/rdf+xml'),
  pageRoute('public', `${PATH}{file}`, 'One set in a format', 'text/csv'),
];

/** The open data of the town, at addresses that do not change. */
export function addOpenData(app: OpenAPIHono, office: Office): void {
  for (const route of DOCUMENTED) declareRoute(app, route);
  app.get('/opendata', (c) => c.redirect(PATH, 301));
  app.use(`${PATH}*`, async (c, next) => (office.settings.openData ? next() : c.text(OFF, 404)));
  app.get(PATH, (c) => {
    // Of an answer that has not changed as well: the browser takes over what it says.
    allowStyle(c, OPEN_DATA_STYLE);
    return sendCatalogue(c, office, 'text/html; charset=utf-8', openDataPage);
  });
  app.get(`${PATH}catalog.ttl`, (c) =>
    sendCatalogue(c, office, 'text/turtle; charset=utf-8', (catalogue) => turtle(statements(catalogue))),
  );
  app.get(`${PATH}catalog.rdf`, (c) =>
    sendCatalogue(c, office, 'application/rdf+xml', (catalogue) => rdfXml(statements(catalogue))),
  );
  app.get(`${PATH}:file`, async (c) => {
    const [name, ...rest] = c.req.param('file').split('.');
    const set = setsOf(office.settings).find((each) => each.name === name);
    const format = FORMATS.find((each) => each.name === rest.join('.'));
    if (!set || !format) return c.text(NO_SET, 404);
    return sendTable(c, { ...office, published: 'months' }, set.offer, format, set.query, CACHING);
  });
}

async function sendCatalogue(
  c: Context,
  office: Office,
  type: string,
  write: (catalogue: Catalogue) => string | ReturnType<typeof openDataPage>,
): Promise<Response> {
  const headers = { 'Cache-Control': CACHING, ETag: await etagOf(office), 'Content-Type': type };
  if (isKnown(c, headers.ETag)) return c.body(null, 304, headers);
  return c.body(String(await write(await readCatalogue(c, office))), 200, headers);
}

async function readCatalogue(c: Context, office: Office): Promise<Catalogue> {
  const { settings } = office;
  const { answer } = await fromOneState(office, async (office) => ({
    town: await readTown(office),
    loads: await listLoads(office.database),
  }));
  const changes = answer.loads.map(({ changedAt }) => Date.parse(changedAt));
  return {
    settings,
    address: new URL(PATH, settings.address ?? c.req.url).href,
    modified: dayText(dayInRome(changes.length > 0 ? Math.max(...changes) : Date.now())),
    ...answer.town,
  };
}
