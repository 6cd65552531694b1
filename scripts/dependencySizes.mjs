/**
 * `npm run sizes`: prints how many bytes of the minified bundles come from each npm package, as a Markdown table, and
 * how many nodejieba adds beside them. Bundles in memory with the settings of build.mjs; dist/ stays as it is.
 */
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'esbuild';
import { copyNodejieba } from './host/nodejiebaFiles.mjs';
import { repoRoot as root } from './host/paths.mjs';

const manifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
const lock = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8'));

/** Name of the bundle in dist/, and the file it is built from. */
const entries = {
  client: 'client/src/extension.ts',
  server: 'server/src/main.ts',
  indexWorker: 'server/src/worker/indexWorker.ts',
  checkWorker: 'server/src/worker/checkWorker.ts',
  miningWorker: 'server/src/worker/miningWorker.ts',
  segmenterProcess: 'server/src/worker/segmenterProcess.ts',
  commands: 'server/src/cli/commands.ts',
  cli: 'server/src/cli.ts',
};

const ownCode = 'Zhibi itself';

/** @typedef {Map<string, number>} Bytes by bundle */

/** @returns {Promise<Map<string, Bytes>>} by package */
async function measure() {
  /** @type {Map<string, Bytes>} */
  const sizes = new Map();
  for (const [bundle, entry] of Object.entries(entries)) {
    const { metafile } = await build({
      absWorkingDir: root,
      entryPoints: [entry],
      outdir: join(root, 'dist'),
      write: false,
      metafile: true,
      bundle: true,
      minify: true,
      platform: 'node',
      target: 'node18',
      format: 'cjs',
      mainFields: ['module', 'main'],
      external: ['vscode', 'nodejieba'],
      logLevel: 'error',
      legalComments: 'none',
    });
    for (const { inputs } of Object.values(metafile.outputs)) {
      for (const [file, { bytesInOutput }] of Object.entries(inputs)) {
        const name = packageOf(file);
        const bytes = sizes.get(name) ?? new Map();
        bytes.set(bundle, (bytes.get(bundle) ?? 0) + bytesInOutput);
        sizes.set(name, bytes);
      }
    }
  }
  return sizes;
}

/**
 * @param {string} file a path as esbuild names its inputs
 * @returns {string} the npm package it belongs to
 */
function packageOf(file) {
  const tail = file.split('node_modules/').at(-1) ?? file;
  if (tail === file) return ownCode;
  return tail
    .split('/')
    .slice(0, tail.startsWith('@') ? 2 : 1)
    .join('/');
}

/**
 * @param {string} name a package that no line of package.json names
 * @returns {string[]} the dependencies of package.json that bring it, in their order there
 */
function broughtBy(name) {
  return Object.keys(manifest.dependencies).filter((direct) => reachable(`node_modules/${direct}`).has(name));
}

/**
 * @param {string} start a place in package-lock.json
 * @param {Set<string>} [seen] places already walked
 * @returns {Set<string>} names of the packages it needs, itself included
 */
function reachable(start, seen = new Set()) {
  /** @type {Set<string>} */
  const names = new Set();
  const entry = lock.packages[start];
  if (!entry || seen.has(start)) return names;
  seen.add(start);
  names.add(start.split('node_modules/').at(-1) ?? start);
  for (const dependency of Object.keys(entry.dependencies ?? {})) {
    // npm puts a package in the nearest folder above the one that needs it.
    for (let place = start; ; place = place.slice(0, Math.max(0, place.lastIndexOf('/node_modules/')))) {
      const candidate = place === '' ? `node_modules/${dependency}` : `${place}/node_modules/${dependency}`;
      if (lock.packages[candidate]) {
        for (const name of reachable(candidate, seen)) names.add(name);
        break;
      }
      if (place === '') break;
    }
  }
  return names;
}

/**
 * Packages that one dependency of package.json brings count as that dependency; those that several bring stand alone.
 * @param {Map<string, Bytes>} sizes by package
 * @returns {Map<string, Bytes>} by row of the table
 */
function grouped(sizes) {
  /** @type {Map<string, Bytes>} */
  const rows = new Map();
  /** @type {Map<string, number>} */
  const brought = new Map();
  for (const [name, bytes] of sizes) {
    const isDirect = name in manifest.dependencies || name === ownCode;
    const through = isDirect ? [name] : broughtBy(name);
    const row = through.length === 1 ? through[0] : `${name} (of ${through.join(' and ')})`;
    if (!isDirect && through.length === 1) brought.set(row, (brought.get(row) ?? 0) + 1);
    const sum = rows.get(row) ?? new Map();
    for (const [bundle, count] of bytes) sum.set(bundle, (sum.get(bundle) ?? 0) + count);
    rows.set(row, sum);
  }
  return new Map(
    [...rows].map(([row, bytes]) => [brought.has(row) ? `${row} + ${brought.get(row)} it needs` : row, bytes]),
  );
}

/** @param {Bytes} bytes */
const total = (bytes) => [...bytes.values()].reduce((sum, each) => sum + each, 0);
/** @param {readonly (string | number)[]} cells */
const printRow = (cells) => console.log(`| ${cells.join(' | ')} |`);

const sizes = await measure();
const bundles = Object.keys(entries);
printRow(['bytes', ...bundles, 'all bundles']);
printRow(['---', ...bundles.map(() => '---:'), '---:']);
/** @type {Bytes} */
const sums = new Map();
for (const [label, bytes] of [...grouped(sizes)].sort((a, b) => total(b[1]) - total(a[1]))) {
  printRow([label, ...bundles.map((each) => bytes.get(each) ?? 0), total(bytes)]);
  for (const [bundle, count] of bytes) sums.set(bundle, (sums.get(bundle) ?? 0) + count);
}
printRow(['all', ...bundles.map((each) => sums.get(each) ?? 0), total(sums)]);

console.log(`\n${nodejiebaLine()}`);

/** @returns {string} what nodejieba adds to the package for one platform, in words */
function nodejiebaLine() {
  const folder = mkdtempSync(join(tmpdir(), 'zhibi-sizes-'));
  try {
    copyNodejieba(join(folder, 'nodejieba'));
    const files = readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .map((name) => statSync(join(folder, name)))
      .filter((entry) => entry.isFile());
    const bytes = files.reduce((sum, { size }) => sum + size, 0);
    return `nodejieba, in the package for one platform only: ${bytes} bytes in ${files.length} files`;
  } catch (error) {
    return `nodejieba: ${error instanceof Error ? error.message : error}`;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
