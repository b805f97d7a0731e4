// SPDX-License-Identifier: AGPL-3.0-or-later
import { expect, test } from 'vitest';
import { PAGE_PATHS } from '../api/pages.ts';
import { channelPath, PAGE_NAMES, PAGES, routeOf } from './route.ts';

test('every address that the server answers belongs to a page', () => {
  const pages = PAGE_PATHS.map((path) => routeOf(path.replace(':code', 'chat')).page);
  expect(pages).not.toContain('unknown');
  expect(new Set(pages)).toEqual(new Set(PAGE_NAMES));
});

test('a channel has its code in the address; a slash at the end changes nothing', () => {
  expect(routeOf(channelPath('chat'))).toEqual({ page: 'channel', channel: 'chat' });
  expect(routeOf('/canali/')).toEqual({ page: 'channel', channel: null });
  expect(routeOf('/canali/chat/ore').page).toBe('unknown');
  expect(routeOf('/qualcosa').page).toBe('unknown');
});

test('every page has a letter of its own', () => {
  expect(PAGE_NAMES.map((name) => PAGES[name].letter).join('')).toBe('pcfrdm');
});
