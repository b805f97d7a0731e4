// SPDX-License-Identifier: AGPL-3.0-or-later
// The formats of the open data, and what the European vocabulary calls them.

export interface OpenFormat {
  name: 'csv' | 'json' | 'xlsx' | 'ods';
  title: string;
  fileType: string;
  description: string;
}

const WITH_NOTES = 'Le note per la lettura sono nel file.';

export const OPEN_FORMATS: readonly OpenFormat[] = [
  {
    name: 'csv',
    title: 'CSV',
    fileType: 'CSV',
    description:
      'RFC 4180: separatore virgola, virgolette doppie, decimali col punto, date ISO 8601, UTF-8. Le note sono nel file .txt accanto.',
  },
  { name: 'json', title: 'JSON', fileType: 'JSON', description: WITH_NOTES },
  { name: 'ods', title: 'OpenDocument', fileType: 'ODS', description: WITH_NOTES },
  { name: 'xlsx', title: 'Excel', fileType: 'XLSX', description: WITH_NOTES },
];
