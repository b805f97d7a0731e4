// SPDX-License-Identifier: AGPL-3.0-or-later
// The pages that stand alone carry their style inside. The browser is told its hash, so that it applies no other one.
import { hash } from 'node:crypto';
import type { Context, MiddlewareHandler } from 'hono';

declare module 'hono' {
  interface ContextVariableMap {
    styleHash: string;
  }
}

/** Lets the page that is the answer have this style inside. */
export function allowStyle(c: Context, style: string): void {
  c.set('styleHash', hash('sha256', style, 'base64'));
}

/** Names the style of the page in the policy that all answers have. */
export const ownStyle: MiddlewareHandler = async (c, next) => {
  await next();
  const found = c.get('styleHash');
  const policy = c.res.headers.get('Content-Security-Policy');
  if (found && policy)
    c.header('Content-Security-Policy', policy.replace("style-src 'self'", `$& 'sha256-${found}'`));
};
