// SPDX-License-Identifier: AGPL-3.0-or-later
// One question to Matomo's Reporting API: asked again while the server is busy or out of reach, its errors in Italian.

/** Nothing could be fetched; the message says why and what to do. */
export class PullFailed extends Error {}

const TRIES = 5;
const FIRST_WAIT = 1000;
const LONGEST_WAIT = 300_000;
const TIMEOUT = 120_000;
const MOST_REDIRECTS = 3;

/** The address of the API, from what a person typed. @throws PullFailed when it is none. */
export function endpoint(typed: string): URL {
  const url = URL.canParse(typed) ? new URL(typed) : undefined;
  if (!url || !/^https?:$/.test(url.protocol))
    throw new PullFailed(`"${typed}" non è un indirizzo: si scrive https://nome-del-sito.it`);
  if (url.username || url.password)
    throw new PullFailed("l'indirizzo di Matomo si scrive senza nome e password: basta il token.");
  if (!url.pathname.endsWith('.php')) url.pathname = `${url.pathname.replace(/\/$/, '')}/index.php`;
  url.search = '';
  url.hash = '';
  return url;
}

/** The answer as parsed JSON. @throws PullFailed with the reason when there is none after five tries. */
export async function askMatomo(
  url: URL,
  form: Readonly<Record<string, string>>,
  wait: (ms: number) => Promise<unknown>,
): Promise<unknown> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await askOnce(url, form);
    } catch (error) {
      if (!(error instanceof Busy)) throw error;
      if (attempt === TRIES)
        throw new PullFailed(`${error.message} (${TRIES} tentativi). Riprova più tardi.`);
      await wait(Math.min(error.retryAfter ?? FIRST_WAIT * 2 ** (attempt - 1), LONGEST_WAIT));
    }
  }
}

/** The server may answer later. */
class Busy extends Error {
  readonly retryAfter: number | undefined;

  constructor(message: string, retryAfter?: number) {
    super(message);
    this.retryAfter = retryAfter;
  }
}

async function askOnce(url: URL, form: Readonly<Record<string, string>>): Promise<unknown> {
  const { response, text } = await post(url, form, MOST_REDIRECTS);
  const answer = parseJson(text);
  const failure = failureOf(answer);
  const known = failure && knownFailure(failure, form.idSite ?? '');
  if (known) throw new PullFailed(known);
  if (response.status === 429 || response.status >= 500)
    throw new Busy(`Matomo non è disponibile (HTTP ${response.status})`, retryAfter(response));
  if (failure) throw new PullFailed(`Matomo ha risposto con un errore: «${failure}».`);
  if (response.ok && typeof answer === 'object' && answer !== null) return answer;
  throw new PullFailed(
    `${url.origin}${url.pathname} non risponde come un Matomo (HTTP ${response.status}${
      /^\s*</.test(text) ? ', una pagina web' : ''
    }): controlla l'indirizzo.`,
  );
}

/** The token goes into the body: addresses end up in logs. Another host never gets it. */
async function post(
  url: URL,
  form: Readonly<Record<string, string>>,
  redirects: number,
): Promise<{ response: Response; text: string }> {
  const { response, text } = await fetchText(url, form);
  const location = response.headers.get('location');
  if (response.status < 300 || response.status > 399 || !location) return { response, text };
  const next = URL.canParse(location, url.href) ? new URL(location, url) : undefined;
  if (!next || !isSameServer(url, next) || redirects === 0)
    throw new PullFailed(
      `${url.origin} rimanda a ${next?.origin ?? location}: se è l'indirizzo giusto, indicalo con --url.`,
    );
  return post(next, form, redirects - 1);
}

/** The same protocol, name and port, or the same name by https instead of http. */
export function isSameServer(url: URL, next: URL): boolean {
  const upgraded = url.protocol === 'http:' && next.protocol === 'https:' && next.hostname === url.hostname;
  return next.origin === url.origin || upgraded;
}

async function fetchText(
  url: URL,
  form: Readonly<Record<string, string>>,
): Promise<{ response: Response; text: string }> {
  try {
    const response = await fetch(url, {
      method: 'POST',
      body: new URLSearchParams(form),
      redirect: 'manual',
      signal: AbortSignal.timeout(TIMEOUT),
    });
    return { response, text: await response.text() };
  } catch (error) {
    const { cause, message } = error as Error & { cause?: { code?: string } };
    throw new Busy(`${url.origin} non si raggiunge (${cause?.code ?? message})`);
  }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch {
    return undefined;
  }
}

/** The text of `{"result":"error","message":"…"}`, which may come with status 200. */
function failureOf(answer: unknown): string | undefined {
  const { result, message } = (answer ?? {}) as { result?: unknown; message?: unknown };
  if (result !== 'error') return undefined;
  return String(message ?? '')
    .replace(/&#0?39;/g, "'")
    .replaceAll('&quot;', '"')
    .replaceAll('&amp;', '&');
}

function knownFailure(failure: string, site: string): string | undefined {
  if (/authenticate|token/i.test(failure))
    return 'Matomo non accetta il token: è sbagliato o scaduto. Creane uno in Matomo, Impostazioni → Sicurezza → Token di autenticazione.';
  if (/unexpected website/i.test(failure))
    return `in questo Matomo non c'è il sito ${site}: controlla il numero in Matomo, Impostazioni → Siti web.`;
  if (/requires .*access/i.test(failure))
    return `il token non dà accesso al sito ${site}, o il sito non c'è: chiedi il permesso di vedere il sito a chi gestisce Matomo.`;
  return undefined;
}

/** Seconds, or a date. */
function retryAfter(response: Response): number | undefined {
  const text = response.headers.get('retry-after');
  if (!text) return undefined;
  const ms = /^\d+$/.test(text) ? Number(text) * 1000 : Date.parse(text) - Date.now();
  return Number.isNaN(ms) ? undefined : Math.max(0, ms);
}
