// SPDX-License-Identifier: AGPL-3.0-or-later
// Relazioni, in English. The reports themselves are in Italian.
import type { reports as italian } from '../it/reports.ts';

export const reports: Readonly<Record<keyof typeof italian, string>> = {
  'reports.title': 'Monthly reports',
  'reports.lead':
    'One report for every month with data: read it here, download it as PDF, freeze it when it is given away. The reports are in Italian.',
  'reports.none': 'There are no data yet: the first report comes with the first file.',
  'reports.month': 'Month',
  'reports.state': 'State',
  'reports.words': 'Office’s note',
  'reports.mail': 'Sent by e-mail',
  'reports.files': 'Download',
  'reports.pdf': 'PDF',
  'reports.pdfOf': 'PDF, {title}',
  'reports.html': 'Page',
  'reports.htmlOf': 'Page to print, {title}',
  'reports.hasWords': 'yes',
  'reports.follows': 'Follows the data',
  'reports.unfinished': 'Provisional, up to {day}',
  'reports.frozenOn': 'Frozen on {when}',
  'reports.sending': 'under way since {when}',
  'reports.sent': 'sent on {when}',
  'reports.sentBut': 'sent on {when}: {reason}',
  'reports.failed': 'failed on {when}: {reason}',
  'reports.interrupted': 'broken off on {when}: tried again at the next sending',

  'report.of': 'Report of {month}',
  'report.before': 'Previous month: {month}',
  'report.after': 'Next month: {month}',
  'report.index': 'In this report',
  'report.paper': 'Text of the report',
  'report.followsLong': 'Follows the data: it changes with each file loaded, until it is frozen.',
  'report.unfinishedLong': 'The month is not complete: the report ends on {day} and will grow with the data.',
  'report.sum': 'SHA-256 of the PDF',
  'report.asNow': 'read it with today’s data',
  'report.nowNotice':
    'This is not the report that was given away: it is what today’s data and method would make of it.',
  'report.asFrozen': 'Back to the frozen one',
  'report.unreadable': 'The report could not be read. Try again, or download the PDF.',

  'report.write': 'Write the office’s note',
  'report.writeTitle': 'The office’s note for the report of {month}',
  'report.writeWhy':
    'It stands in the report, signed and dated. Write no names of citizens, nor other personal data.',
  'report.text': 'Text',
  'report.textNote': 'At most 4000 characters. Empty: the note is taken out.',
  'report.author': 'Signed',
  'report.authorNote': 'Who writes, for instance “Ufficio comunicazione”.',
  'report.authorMissing': 'The signature is missing.',
  'report.save': 'Save the note',
  'report.saved': 'Note saved.',
  'report.removed': 'Note taken out.',
  'report.notSaved': 'It was not saved: try again.',

  'report.freeze': 'Freeze',
  'report.freezeTitle': 'Freeze the report of {month}?',
  'report.freezeWhy':
    'It will stay as it is now, word for word, with a checksum that proves it: this is the one to give away. The data go on elsewhere. Note and figures will not change any more, unless it is reopened.',
  'report.frozen': 'Report frozen.',
  'report.thaw': 'Reopen',
  'report.thawTitle': 'Reopen the report of {month}?',
  'report.thawWhy':
    'It will follow the data again. The frozen version stays in the archive, but here the updated one is read: who has received it may see other figures.',
  'report.thawed': 'The report follows the data again.',
  'report.cancel': 'Cancel',
};
