// SPDX-License-Identifier: AGPL-3.0-or-later

/** The version of Affluenza, as the API and the command tell it. */
export const VERSION = '0.1.0';
