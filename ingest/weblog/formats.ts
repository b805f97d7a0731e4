// SPDX-License-Identifier: AGPL-3.0-or-later
// The formats of access log there are, and which one a file is in.
import { BadRow, type Start } from '../source.ts';
import { caddy } from './caddy.ts';
import { combined } from './combined.ts';
import { common } from './common.ts';
import type { Format, Reader, Request } from './format.ts';
import { iis } from './iis.ts';
import { nginxJson } from './nginx-json.ts';
import { withSite } from './vhost.ts';

const FORMATS: readonly Format[] = [
  combined,
  common,
  withSite(combined),
  withSite(common),
  nginxJson,
  caddy,
  iis,
];

export interface FoundFormat {
  format: Format;
  /** How many of the first lines are in it. */
  marks: number;
  /** Whether any of them tells the agent; without it bots cannot be told from people. */
  tellsAgents: boolean;
}

/** The format that most of the first lines have. */
export function findFormat({ lines }: Start): FoundFormat {
  const found = FORMATS.map((format) => {
    const requests = readAll(format.open(), lines);
    const tellsAgents = requests.some((request) => (request?.agent || '-') !== '-');
    return { format, marks: requests.length, tellsAgents };
  });
  return found.reduce((best, other) => (other.marks > best.marks ? other : best));
}

/** The requests in these lines; undefined for one with a wrong value, which is of the shape all the same. */
function readAll(read: Reader, lines: readonly string[]): (Request | undefined)[] {
  return lines.flatMap((line) => {
    try {
      return read(line) ?? [];
    } catch (error) {
      if (error instanceof BadRow) return undefined;
      throw error;
    }
  });
}
