// SPDX-License-Identifier: AGPL-3.0-or-later
import type { ChannelSettings, Settings } from '../../sql/settings.ts';

/** The smallest count of a channel's breakdowns that is shown; null for the site, whose clicks are no acts of a person. */
export function thresholdOf({ suppressionThreshold }: Settings, { code }: ChannelSettings): number | null {
  return code === 'web' ? null : suppressionThreshold;
}
