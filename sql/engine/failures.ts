// SPDX-License-Identifier: AGPL-3.0-or-later
// What can go wrong between us and ClickHouse, each with the way out.

/** The engine cannot be had or used; the message is for the person at the keyboard and says what to do. */
export class EngineError extends Error {}

/** The connection broke in the middle of a piece of work; what was begun can be begun again. */
export class EngineLost extends EngineError {}

const wayOut = 'In alternativa, indica un server ClickHouse con CLICKHOUSE_URL.';

/** Turns what the engine printed before it ended into a sentence with the way out. */
export function explainFailedStart(log: string, dataDirectory: string): EngineError {
  if (/No space left|NOT_ENOUGH_SPACE|ENOSPC/.test(log)) {
    return new EngineError(`Il disco di ${dataDirectory} è pieno: libera spazio, poi riprova.`);
  }
  if (/Permission denied|EACCES|Read-only file system/.test(log)) {
    return new EngineError(
      `Non si può scrivere in ${dataDirectory}: controlla i permessi o scegli un'altra cartella con AFFLUENZA_DATA.`,
    );
  }
  if (/cannot open shared object|invalid ELF header|dlopen|not found \(required by/.test(log)) {
    return new EngineError(
      `La libreria del motore non si carica su questo sistema (serve Linux con glibc o macOS). ${wayOut}\n${lastLines(log)}`,
    );
  }
  return new EngineError(`Il motore ClickHouse non si è avviato. ${wayOut}\n${lastLines(log)}`);
}

/** Turns a failed request to the engine into a sentence with the way out; undefined when it is no such case. */
export function explainFailedRequest(error: unknown, url: string): EngineError | undefined {
  const { code = '', message = '' } = error as { code?: string; message?: string };
  if (code === '516' || /AUTHENTICATION_FAILED/.test(message)) {
    return new EngineError(
      `ClickHouse (${url}) rifiuta l'utente o la password: controlla CLICKHOUSE_USER e CLICKHOUSE_PASSWORD.`,
    );
  }
  if (code === '497') {
    return new EngineError(
      `L'utente di ClickHouse (${url}) non ha i permessi che servono (creare, scrivere e leggere la propria banca dati): ${message}`,
    );
  }
  if (code === '243' || /No space left|NOT_ENOUGH_SPACE/.test(message)) {
    return new EngineError('Il disco del motore ClickHouse è pieno: libera spazio, poi ripeti il comando.');
  }
  if (isLost(error)) {
    return new EngineError(
      `ClickHouse non risponde a ${url}: è acceso, e l'indirizzo in CLICKHOUSE_URL è giusto?`,
    );
  }
  return undefined;
}

/** Whether the connection itself broke, so that the engine has to be found or started again. */
export function isLost(error: unknown): boolean {
  const { code = '', message = '' } = error as { code?: string; message?: string };
  return (
    ['ECONNREFUSED', 'ECONNRESET', 'EPIPE', 'ENOTFOUND', 'EHOSTUNREACH', 'ETIMEDOUT'].includes(code) ||
    /socket hang up|ECONNREFUSED|ECONNRESET|EPIPE/.test(message)
  );
}

function lastLines(log: string): string {
  return log.trim().split('\n').slice(-5).join('\n');
}
