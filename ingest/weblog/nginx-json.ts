// SPDX-License-Identifier: AGPL-3.0-or-later
// nginx with a log_format of JSON, whose keys are named after nginx's own variables.
import { type Format, type Request, siteName, splitRequest } from './format.ts';
import { type JsonObject, objectIn, textOf } from './json.ts';
import { readMoment } from './moment.ts';

export const nginxJson: Format = { title: 'JSON di nginx', open: () => read };

function read(line: string): Request | undefined {
  const said = objectIn(line);
  const moment =
    said && textOf(said, 'time_iso8601', 'time_local', 'msec', 'timestamp', '@timestamp', 'time');
  const status = said && Number(textOf(said, 'status') || Number.NaN);
  const address = said && textOf(said, 'remote_addr');
  if (!said || !moment || !address || !Number.isInteger(status) || !asked(said)) return undefined;
  // The name that the server was configured with; the one that was asked for can be anything.
  const named = textOf(said, 'server_name');
  return {
    scope: siteName(named === '' || named === '_' ? textOf(said, 'host', 'http_host') : named),
    time: readMoment(moment),
    address,
    ...requestOf(said),
    status: status ?? 0,
    referrer: textOf(said, 'http_referer', 'http_referrer'),
    agent: textOf(said, 'http_user_agent'),
  };
}

function asked(said: JsonObject): boolean {
  return (
    textOf(said, 'request') !== '' ||
    (textOf(said, 'request_method') !== '' && textOf(said, 'request_uri', 'uri') !== '')
  );
}

function requestOf(said: JsonObject): Pick<Request, 'method' | 'target'> {
  const method = textOf(said, 'request_method');
  const target = textOf(said, 'request_uri', 'uri');
  return method && target ? { method, target } : splitRequest(textOf(said, 'request'));
}
