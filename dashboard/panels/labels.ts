// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Town } from '../../api/schemas.ts';

/** The town's name for a channel. */
export const labelOf = (code: string, channels: Town['channels']): string =>
  channels.find((channel) => channel.code === code)?.label ?? code;
