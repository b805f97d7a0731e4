// SPDX-License-Identifier: AGPL-3.0-or-later
// A log of several sites: each line begins with the site's name (`%v:%p` or `%v`) and goes on as in another format.
import { type Format, siteName } from './format.ts';

const IP = String.raw`(?:\d{1,3}(?:\.\d{1,3}){3}|[\da-fA-F.]*:[\da-fA-F:.]+)`;
/** With a port any word may follow; without one only an address tells the site from an address. An IPv6 is no site. */
const PREFIX = new RegExp(
  String.raw`^([^\s:]+)(?::\d{1,5} (?=\S+ \S+ \S.*? \[)| (?=${IP} \S+ \S.*? \[[^\]]+\] "))`,
);

/** Whether a line begins with the name of a site. */
export function hasSitePrefix(line: string): boolean {
  return PREFIX.test(line);
}

/** The format with the name of a site in front. */
export function withSite(format: Format): Format {
  return {
    title: `${format.title} con il nome del sito`,
    open: () => {
      const read = format.open();
      return (line) => {
        const prefix = PREFIX.exec(line);
        const request = prefix && read(line.slice(prefix[0].length));
        if (!request) return undefined;
        request.scope = siteName(prefix[1] ?? '');
        return request;
      };
    },
  };
}
