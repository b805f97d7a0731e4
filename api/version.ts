// SPDX-License-Identifier: AGPL-3.0-or-later

/** The version of Affluenza, as the API and the command tell it. */
export const VERSION = '0.1.0';

/** The version of what docs/method.md describes: raised when a figure would come out differently from the same data. */
export const METHOD_VERSION = '1.0';
