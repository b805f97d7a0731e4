// SPDX-License-Identifier: AGPL-3.0-or-later
// The addresses of the dashboard's pages; everything else that is asked for is a file, the API, or a mistake.

export const PAGE_PATHS = [
  '/',
  '/canali',
  '/canali/:code',
  '/confronto',
  '/pratiche',
  '/dati',
  '/relazioni',
  '/relazioni/:month',
  '/metodo',
] as const;

export type PagePath = (typeof PAGE_PATHS)[number];
