// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Context } from 'hono';
import type { Office } from '../town.ts';
import { may } from './roles.ts';

/** The office as it answers whoever asks: below analyst only what is published of how contacts divide up. */
export const officeFor = (c: Context, office: Office): Office =>
  may(c.get('identity').role, 'analyst') ? office : { ...office, published: 'phases' };
