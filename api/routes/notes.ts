// SPDX-License-Identifier: AGPL-3.0-or-later
import type { OpenAPIHono } from '@hono/zod-openapi';
import { ALL_DAYS, addNote, deleteNote, readNotes } from '../notes.ts';
import { BadQuestion, notFound } from '../problem.ts';
import { askedChannel, askedChannels, askedDay, seriesQuery } from '../questions.ts';
import { newNoteSchema, noteSchema, notesSchema } from '../schemas/notes.ts';
import type { Office } from '../town.ts';
import { createRoute } from './create-route.ts';
import { getRoute } from './get-route.ts';
import { deleteRoute, postRoute } from './write-route.ts';

/** Notes about days. */
export function addNotes(app: OpenAPIHono, office: Office): void {
  const list = createRoute({
    ...getRoute('reader', '/api/v1/notes', 'The notes about days', notesSchema),
    request: { query: seriesQuery.omit({ granularity: true }) },
  });
  app.openapi(list, async (c) => {
    const { channels, ...asked } = c.req.valid('query');
    const period = {
      from: askedDay('from', asked.from) ?? ALL_DAYS.from,
      to: askedDay('to', asked.to) ?? ALL_DAYS.to,
    };
    return c.json({ notes: await readNotes(office, period, askedChannels(office.settings, channels)) }, 200);
  });
  const write = postRoute(
    { role: 'analyst', audit: 'note' },
    '/api/v1/notes',
    'Write a note down',
    newNoteSchema,
    noteSchema,
  );
  app.openapi(createRoute(write), async (c) => {
    const note = c.req.valid('json');
    if (note.channel) askedChannel(office.settings, note.channel);
    if (note.to !== undefined && note.to < note.from)
      throw new BadQuestion('to', `the note ends (${note.to}) before it begins (${note.from})`);
    return c.json(await addNote(office, note), 201);
  });
  app.openapi(
    createRoute(
      deleteRoute({ role: 'analyst', audit: 'note-deleted' }, '/api/v1/notes/{id}', 'Delete a note'),
    ),
    async (c) => {
      const { id } = c.req.valid('param');
      return (await deleteNote(office, id)) ? c.body(null, 204) : (notFound(c) as never);
    },
  );
}
