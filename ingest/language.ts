// SPDX-License-Identifier: AGPL-3.0-or-later
// In which language the command refuses a file: Italian, or English where AFFLUENZA_LANG says so.

const isEnglish = /^en/i.test(process.env.AFFLUENZA_LANG ?? '');

/** The same sentence in the language of who reads it. */
export function said(italian: string, english: string): string {
  return isEnglish ? english : italian;
}
