// SPDX-License-Identifier: AGPL-3.0-or-later
// Adds to package-lock.json the platform packages that a partial registry left out, so that `npm ci` of npm 11
// accepts the lock on every platform. Run it after `npm install`; `--check` fails when something is left to add.
import { readFileSync, writeFileSync } from 'node:fs';

const file = new URL('../package-lock.json', import.meta.url);
const lock = JSON.parse(readFileSync(file, 'utf8'));
const packages = lock.packages;

const oneOf = (words, name) => words.find(([pattern]) => pattern.test(name))?.[1];
const systems = ['darwin', 'win32', 'android', 'freebsd', 'openharmony', 'linux'].map((s) => [
  new RegExp(s),
  s,
]);
const processors = ['arm64', 'ppc64', 's390x', 'riscv64', 'ia32', 'x64', 'arm'].map((s) => [
  new RegExp(s),
  s,
]);

/** npm resolves a dependency in the nearest node_modules upwards. */
function isLocked(from, name) {
  for (
    let base = from;
    ;
    base = base.includes('/node_modules/') ? base.replace(/\/node_modules\/(?!.*\/node_modules\/).*/, '') : ''
  ) {
    if (packages[`${base ? `${base}/` : ''}node_modules/${name}`]) return true;
    if (!base) return false;
  }
}

function entry(name, version, dev) {
  const platform = name.replace(/^@[^/]+\//, '');
  const os = oneOf(systems, platform);
  const cpu = oneOf(processors, platform);
  const libc =
    os === 'linux'
      ? oneOf(
          [
            [/musl/, 'musl'],
            [/gnu/, 'glibc'],
          ],
          platform,
        )
      : undefined;
  return {
    version,
    ...(cpu && { cpu: [cpu] }),
    ...(dev && { dev: true }),
    ...(libc && { libc: [libc] }),
    optional: true,
    ...(os && { os: [os] }),
  };
}

let added = 0;
for (const [path, { optionalDependencies = {}, dev }] of Object.entries(packages)) {
  for (const [name, version] of Object.entries(optionalDependencies)) {
    if (!/^\d/.test(version) || isLocked(path, name)) continue;
    packages[`node_modules/${name}`] = entry(name, version, dev);
    added += 1;
  }
}
if (process.argv.includes('--check')) {
  if (added > 0)
    console.log(`package-lock.json lacks ${added} platform packages: run node scripts/fix-lock.mjs`);
  process.exit(added > 0 ? 1 : 0);
}
lock.packages = Object.fromEntries(Object.entries(packages).sort(([a], [b]) => (a < b ? -1 : 1)));
writeFileSync(file, `${JSON.stringify(lock, null, 2)}\n`);
console.log(`${added} platform packages added to package-lock.json`);
