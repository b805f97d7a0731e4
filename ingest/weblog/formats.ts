// SPDX-License-Identifier: AGPL-3.0-or-later
// The formats of access log there are, and which one a file is in.
import { BadRow, type Start } from '../source.ts';
import { caddy } from './caddy.ts';
import { combined } from './combined.ts';
import { common } from './common.ts';
import type { Format, Reader } from './format.ts';
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

/** The format that most of the first lines have, and how many have it. */
export function findFormat({ lines }: Start): { format: Format; marks: number } {
  const found = FORMATS.map((format) => ({ format, marks: marksOf(format.open(), lines) }));
  return found.reduce((best, other) => (other.marks > best.marks ? other : best));
}

/** Comments alone do not make a log: other files begin with `#` too. */
function marksOf(read: Reader, lines: readonly string[]): number {
  return lines.filter((line) => isOfShape(read, line)).length;
}

/** A line with a wrong value is of the shape all the same. */
function isOfShape(read: Reader, line: string): boolean {
  try {
    return Boolean(read(line));
  } catch (error) {
    if (error instanceof BadRow) return true;
    throw error;
  }
}
