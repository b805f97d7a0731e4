// SPDX-License-Identifier: AGPL-3.0-or-later
// Finds a Chromium for the browser tests: the one named in CHROMIUM_PATH, the packaged one, or an installed one.
// The packaged one comes first, so that a run here and a run elsewhere see the same browser.
import { spawnSync } from 'node:child_process';
import {
  accessSync,
  constants,
  createReadStream,
  createWriteStream,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { homedir } from 'node:os';
import { delimiter, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { createBrotliDecompress } from 'node:zlib';
import { extract } from 'tar-fs';
import { root } from './setup.mjs';

/** @typedef {{ path: string, env: Record<string, string> }} Browser a program and what its environment needs */

/**
 * A browser that starts, or undefined where there is none.
 *
 * @returns {Promise<Browser | undefined>}
 */
export async function findBrowser() {
  const named = process.env.CHROMIUM_PATH;
  if (named) {
    if (!isExecutable(named)) throw new Error(`CHROMIUM_PATH=${named} is not a program`);
    return { path: named, env: {} };
  }
  const packaged = await findPackaged();
  if (packaged) return packaged;
  const installed = installedPaths().find((path) => isExecutable(path) && starts({ path, env: {} }));
  return installed === undefined ? undefined : { path: installed, env: {} };
}

/**
 * The Chromium of @sparticuz/chromium, unpacked beside node_modules once. Its own API is not used: that unpacks to a
 * fixed name in the folder for temporary files, where it may be stale, half written or somebody else's.
 */
async function findPackaged() {
  if (process.platform !== 'linux' || process.arch !== 'x64') return undefined;
  const modules = join(root, 'node_modules');
  const from = join(modules, '@sparticuz', 'chromium');
  if (!existsSync(join(from, 'bin'))) return undefined;
  const { version } = JSON.parse(readFileSync(join(from, 'package.json'), 'utf8'));
  const folder = join(modules, '.cache', `chromium-${version}`);
  if (!existsSync(folder)) await unpack(join(from, 'bin'), folder);
  const path = join(folder, 'chromium');
  // A machine without desktop libraries or fonts is helped out with those of the package.
  const libraries = {
    LD_LIBRARY_PATH: [join(folder, 'al2023', 'lib'), process.env.LD_LIBRARY_PATH ?? '']
      .filter(Boolean)
      .join(':'),
  };
  const env = { ...(starts({ path, env: {} }) ? {} : libraries), ...fontsOf(folder) };
  return starts({ path, env }) ? { path, env } : undefined;
}

/** Unpacks beside and renames, so that two runs at once cannot disturb each other. */
async function unpack(from, folder) {
  const beside = `${folder}.${process.pid}`;
  mkdirSync(beside, { recursive: true });
  const read = (name) => createReadStream(join(from, name)).pipe(createBrotliDecompress());
  await pipeline(read('al2023.tar.br'), extract(join(beside, 'al2023')));
  await pipeline(read('fonts.tar.br'), extract(join(beside, 'fonts')));
  await pipeline(read('swiftshader.tar.br'), extract(beside));
  await pipeline(read('chromium.br'), createWriteStream(join(beside, 'chromium'), { mode: 0o755 }));
  try {
    renameSync(beside, folder);
  } catch {
    rmSync(beside, { recursive: true, force: true });
  }
}

function fontsOf(folder) {
  if (existsSync('/etc/fonts/fonts.conf')) return {};
  const configuration = join(folder, 'fontconfig');
  mkdirSync(configuration, { recursive: true });
  const dirs = `<dir>${join(folder, 'fonts')}</dir><cachedir>${join(folder, 'font-cache')}</cachedir>`;
  writeFileSync(join(configuration, 'fonts.conf'), `<?xml version="1.0"?><fontconfig>${dirs}</fontconfig>`);
  return { FONTCONFIG_PATH: configuration };
}

function installedPaths() {
  if (process.platform === 'darwin') {
    const names = ['Google Chrome', 'Chromium', 'Microsoft Edge'];
    const bases = ['/Applications', join(homedir(), 'Applications')];
    return bases.flatMap((base) => names.map((name) => join(base, `${name}.app`, 'Contents', 'MacOS', name)));
  }
  if (process.platform === 'win32') {
    const { PROGRAMFILES = '', LOCALAPPDATA = '', 'PROGRAMFILES(X86)': x86 = '' } = process.env;
    const programs = ['Google\\Chrome\\Application\\chrome.exe', 'Microsoft\\Edge\\Application\\msedge.exe'];
    return [PROGRAMFILES, x86, LOCALAPPDATA]
      .filter(Boolean)
      .flatMap((base) => programs.map((name) => join(base, name)));
  }
  const names = [
    'google-chrome-stable',
    'google-chrome',
    'chromium',
    'chromium-browser',
    'microsoft-edge-stable',
  ];
  return (process.env.PATH ?? '')
    .split(delimiter)
    .flatMap((folder) => names.map((name) => join(folder, name)));
}

/** Asking for the version weeds out stubs that only say how to install a browser; on Windows it would open a window. */
function starts({ path, env }) {
  if (process.platform === 'win32') return true;
  const { status, stdout } = spawnSync(path, ['--version'], {
    env: { ...process.env, ...env },
    encoding: 'utf8',
    timeout: 20_000,
  });
  return status === 0 && /\d+\.\d+/.test(stdout);
}

function isExecutable(path) {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
