// SPDX-License-Identifier: AGPL-3.0-or-later
// What the embedded engine is told at its start: its users, its limits, its first query.
import { createHash } from 'node:crypto';

/** Marks the endless query that keeps the engine alive. */
export const HOLDER = '/*engine-holder*/';

const hash = (password) => createHash('sha256').update(password).digest('hex');
const loopback = '<networks><ip>127.0.0.1</ip></networks>';

/** The users: one that writes, one that only reads, one that can only end the engine. */
export function usersConfig(passwords) {
  const user = (name, password, profile, grants) =>
    `<${name}><password_sha256_hex>${hash(password)}</password_sha256_hex>${loopback}<profile>${profile}</profile>` +
    `<quota>default</quota><grants>${grants.map((g) => `<query>${g}</query>`).join('')}</grants></${name}>`;
  const own = ['CREATE DATABASE', 'DROP DATABASE', 'CREATE TABLE', 'CREATE VIEW', 'DROP TABLE', 'DROP VIEW'];
  own.push('SELECT', 'INSERT', 'ALTER', 'TRUNCATE', 'SHOW');
  const visible = ['tables', 'columns', 'parts', 'databases', 'one'].map(
    (t) => `GRANT SELECT ON system.${t}`,
  );
  return `<clickhouse>
<profiles>
  <default/>
  <none><readonly>1</readonly></none>
  <reader>
    <readonly>2</readonly>
    <max_execution_time>20</max_execution_time>
    <max_memory_usage>2000000000</max_memory_usage>
    <max_result_rows>1000000</max_result_rows>
    <cancel_http_readonly_queries_on_client_close>1</cancel_http_readonly_queries_on_client_close>
    <constraints>
      <readonly><const/></readonly>
      <max_execution_time><max>20</max></max_execution_time>
      <max_memory_usage><max>2000000000</max></max_memory_usage>
    </constraints>
  </reader>
</profiles>
<quotas>
  <default/>
  <boot><interval><duration>31536000</duration><queries>3</queries></interval></boot>
</quotas>
<users>
  ${user('affluenza', passwords.write, 'default', [`GRANT ${own.join(', ')} ON affluenza*.*`, 'GRANT TABLE ENGINE ON *', ...visible])}
  ${user('affluenza_reader', passwords.read, 'reader', ['GRANT SELECT ON affluenza*.*'])}
  ${user('holder', passwords.holder, 'default', ['GRANT KILL QUERY ON *.*', 'GRANT SELECT ON system.processes'])}
  <default>
    <password></password><networks><ip>::1</ip></networks><profile>default</profile><quota>boot</quota>
    <grants><query>GRANT SYSTEM LISTEN ON *.*</query></grants>
  </default>
</users>
</clickhouse>`;
}

/** The server's own settings; a short wait at the end, because connections are kept open. */
export function serverConfig(usersFile) {
  return `<clickhouse>
<users_config>${usersFile}</users_config>
<shutdown_wait_unfinished>1</shutdown_wait_unfinished>
</clickhouse>`;
}

/** Opens the HTTP port, writes its number to `portFile`, then sleeps until it is killed. */
export function startQuery(portFile) {
  const file = `'${portFile.replace(/[\\']/g, '\\$&')}'`;
  return `SYSTEM START LISTEN HTTP;
SELECT getServerPort('http_port') INTO OUTFILE ${file} FORMAT TSV;
SELECT ${HOLDER} sleepEachRow(0.02) FROM numbers(100000000000) SETTINGS max_block_size=1, max_execution_time=0 FORMAT Null`;
}
