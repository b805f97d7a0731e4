// SPDX-License-Identifier: AGPL-3.0-or-later
import { expect, test } from 'vitest';
import { PAGE_PATHS } from '../api/pages.ts';
import { channelPath, PAGE_NAMES, PAGES, reportPath, routeOf } from './route.ts';

test('every address that the server answers belongs to a page', () => {
  const pages = PAGE_PATHS.map(
    (path) => routeOf(path.replace(':code', 'chat').replace(':month', '2020-04')).page,
  );
  expect(pages).not.toContain('unknown');
  expect(new Set(pages)).toEqual(new Set(PAGE_NAMES));
});

test('a channel has its code in the address; a slash at the end changes nothing', () => {
  expect(routeOf(channelPath('chat'))).toEqual({ page: 'channel', channel: 'chat', month: null });
  expect(routeOf('/canali/')).toEqual({ page: 'channel', channel: null, month: null });
  expect(routeOf('/canali/chat/ore').page).toBe('unknown');
  expect(routeOf('/qualcosa').page).toBe('unknown');
});

test('a report has its month in the address', () => {
  expect(routeOf(reportPath('2020-04'))).toEqual({ page: 'reports', channel: null, month: '2020-04' });
  expect(routeOf('/relazioni').month).toBeNull();
  expect(routeOf('/relazioni/aprile').page).toBe('unknown');
});

test('every page has a letter of its own', () => {
  expect(PAGE_NAMES.map((name) => PAGES[name].letter).join('')).toBe('pcfrdlm');
});
