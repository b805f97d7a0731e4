// SPDX-License-Identifier: AGPL-3.0-or-later

/** The town's name for a channel; the code of one that it does not name. */
export const labelIn = (channels: readonly { code: string; label: string }[], code: string): string =>
  channels.find((channel) => channel.code === code)?.label ?? code;
