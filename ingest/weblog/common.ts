// SPDX-License-Identifier: AGPL-3.0-or-later
// The Common Log Format: neither referrer nor agent, so bots cannot be told from people.
import { type Format, splitRequest } from './format.ts';
import { stampReader } from './moment.ts';
import { hasSitePrefix } from './vhost.ts';

/**   address  ident   user    time           request                 status  bytes */
export const COMMON_PARTS = String.raw`(\S+) \S+ \S.*? \[([^\]]+)\] "((?:[^"\\]|\\.)*)" (\d{3}) (?:\d+|-)`;
const COMMON = new RegExp(`^${COMMON_PARTS}\\s*$`);

export const common: Format = {
  title: 'formato "common"',
  open: () => {
    const seconds = stampReader();
    return (line) => {
      const parts = COMMON.exec(line);
      if (!parts || hasSitePrefix(line)) return undefined;
      const [, address = '', stamp = '', request = '', status] = parts;
      const time = seconds(stamp);
      return {
        scope: '',
        time,
        address,
        ...splitRequest(request),
        status: Number(status),
        referrer: '',
        agent: '',
      };
    };
  },
};
