// SPDX-License-Identifier: AGPL-3.0-or-later
// /.well-known/security.txt (RFC 9116): whom to tell of a weakness.
import type { OpenAPIHono } from '@hono/zod-openapi';
import { declareRoute } from '../access/roles.ts';
import { ownOrigin } from '../access/where-from.ts';
import { notFound } from '../problem.ts';
import type { Office } from '../town.ts';
import { pageRoute } from './page-route.ts';

const PATH = '/.well-known/security.txt';
/** Whoever reads it later shall look again; the standard asks for less than a year. */
const VALID_MS = 180 * 86_400_000;

/** Whom to tell, if the settings name an address. */
export function addSecurityText(app: OpenAPIHono, { settings, access }: Office): void {
  declareRoute(app, pageRoute('public', PATH, 'Whom to tell of a weakness', 'text/plain'));
  const now = access?.now ?? Date.now;
  app.get(PATH, (c) => {
    if (!settings.email) return notFound(c);
    const expires = new Date(now() + VALID_MS).toISOString().replace(/\.\d+/, '');
    const lines = [
      `Contact: mailto:${settings.email}`,
      `Expires: ${expires}`,
      'Preferred-Languages: it, en',
      `Canonical: ${new URL(PATH, settings.address ?? ownOrigin(c, settings)).href}`,
    ];
    return c.text(`${lines.join('\n')}\n`, 200, { 'Cache-Control': 'public, max-age=86400' });
  });
}
