// SPDX-License-Identifier: AGPL-3.0-or-later
// Lighthouse on the pages of a running server. It is fetched when it is run: with what it brings along it weighs 186 MB,
// and its version 13 wants a newer Node than this project.
import { spawn } from 'node:child_process';

const LIGHTHOUSE = 'lighthouse@12.8.2';
const PATHS = ['/', '/canali/chat', '/confronto', '/pratiche', '/dati', '/relazioni/2020-04', '/metodo'];
const CATEGORIES = ['accessibility', 'best-practices', 'performance'];

/**
 * Prints what Lighthouse says of each page as on a phone, and of the first one as on a desk; on standard error, what it
 * finds wrong.
 *
 * @param {string} address
 * @param {NodeJS.ProcessEnv} env names the browser in CHROME_PATH
 */
export async function lighthouse(address, env) {
  console.log('\n| page | accessibility | best practices | performance |\n|---|---|---|---|');
  for (const path of PATHS) await judge(address, path, [], env);
  await judge(address, '/', ['--preset=desktop'], env);
}

async function judge(address, path, more, env) {
  const flags = [
    '--output=json',
    '--quiet',
    '--no-enable-error-reporting',
    '--chrome-flags=--headless --no-sandbox',
  ];
  const only = `--only-categories=${CATEGORIES.join(',')}`;
  const report = JSON.parse(
    await said('npx', ['--yes', LIGHTHOUSE, address + path, only, ...flags, ...more], env),
  );
  const scores = CATEGORIES.map((name) => Math.round(report.categories[name].score * 100));
  console.log(`| \`${path}\`${more.length > 0 ? ' (desktop)' : ''} | ${scores.join(' | ')} |`);
  for (const name of CATEGORIES) {
    for (const { id, weight } of report.categories[name].auditRefs) {
      const { score, title, displayValue = '' } = report.audits[id];
      if (weight > 0 && score !== null && score < 0.9) console.error(`  ${name}: ${title} ${displayValue}`);
    }
  }
}

/** What a program prints. */
function said(program, args, env) {
  const child = spawn(program, args, { env, stdio: ['ignore', 'pipe', 'inherit'] });
  let text = '';
  child.stdout.on('data', (piece) => {
    text += piece;
  });
  return new Promise((done, failed) => {
    child.once('error', failed);
    child.once('close', (code) =>
      code === 0 ? done(text) : failed(new Error(`${program} ended with ${code}`)),
    );
  });
}
