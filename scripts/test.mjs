/**
 * Builds and runs every suite: format and lint, types, unit, property and golden tests, protocol tests, the workbench.
 * `--only unit,protocol` runs some of them. The last line is `N passed, N failed` over all.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const out = join(root, 'out', 'test');
const onlyAt = process.argv.indexOf('--only');
const only = onlyAt > 0 ? new Set(process.argv[onlyAt + 1]?.split(',')) : undefined;

let passed = 0;
let failed = 0;

/** @param {string} name */
const wanted = (name) => only === undefined || only.has(name);

/**
 * Runs a step that passes or fails as a whole.
 * @param {string} name
 * @param {string[]} command
 */
function step(name, command) {
  process.stdout.write(`\n== ${name}\n`);
  const [file, ...args] = command;
  const { status } = spawnSync(file ?? '', args, { cwd: root, stdio: 'inherit' });
  if (status === 0) passed++;
  else failed++;
  if (status !== 0) process.stdout.write(`${name} failed\n`);
  return status === 0;
}

/**
 * Runs bundled mocha tests.
 * @param {string} suite
 * @param {string[]} files
 * @param {number} timeout milliseconds for one test
 */
function mocha(suite, files, timeout) {
  process.stdout.write(`\n== ${suite}\n`);
  const report = join(out, `${suite}.json`);
  mkdirSync(out, { recursive: true });
  rmSync(report, { force: true });
  const bin = join(root, 'node_modules', 'mocha', 'bin', 'mocha.js');
  const reporter = join(root, 'scripts', 'countingReporter.cjs');
  // A test that failed may leave a worker behind, which must not keep the run from ending.
  const args = ['--enable-source-maps', bin, '--exit', '--reporter', reporter, '--timeout', String(timeout), ...files];
  const { status } = spawnSync(process.execPath, args, {
    cwd: root,
    stdio: 'inherit',
    env: { ...process.env, ZHIBI_TEST_REPORT: report },
  });
  add(suite, report, status);
}

/**
 * Adds a suite's counts; a suite that died before it counted is a failure.
 * @param {string} suite
 * @param {string} report
 * @param {number | null} status
 */
function add(suite, report, status) {
  try {
    const counts = JSON.parse(readFileSync(report, 'utf8'));
    passed += counts.passes;
    failed += counts.failures;
    if (status !== 0 && counts.failures === 0) failed++;
    // All skipped (documents that are not there) is said by the suite itself; nothing at all is a fault.
    if (counts.passes + counts.failures + (counts.pending ?? 0) === 0) failed++;
  } catch {
    process.stdout.write(`${suite} ended with ${status} and without a report\n`);
    failed++;
  }
}

/**
 * Bundles the TypeScript files below folders of `test/` that end with `suffix`, and answers where they are.
 * @param {string[]} folders
 * @param {string} suffix
 */
async function bundle(folders, suffix = '.test.ts') {
  const files = folders.flatMap((folder) => filesBelow(join('test', folder), suffix));
  await build({
    absWorkingDir: root,
    entryPoints: files.map((file) => join(root, file)),
    outbase: join(root, 'test'),
    outdir: out,
    bundle: true,
    platform: 'node',
    format: 'cjs',
    packages: 'external',
    external: ['vscode'],
    sourcemap: 'inline',
    logLevel: 'warning',
  });
  return files.map((file) => join(out, relative('test', file).replace(/\.ts$/, '.js')));
}

/**
 * @param {string} folder
 * @param {string} suffix
 */
function filesBelow(folder, suffix) {
  if (!existsSync(join(root, folder))) return [];
  const names = /** @type {string[]} */ (readdirSync(join(root, folder), { recursive: true }));
  return names
    .filter((name) => name.endsWith(suffix))
    .map((name) => join(folder, name))
    .sort();
}

/** By its script: what lies in .bin is a shell script, which Windows does not start. */
const tool = (/** @type {string[]} */ ...script) => [process.execPath, join(root, 'node_modules', ...script)];

rmSync(out, { recursive: true, force: true });
if (wanted('lint')) {
  step('format and lint', [...tool('@biomejs', 'biome', 'bin', 'biome'), 'check', '.']);
  step('types', [...tool('typescript', 'bin', 'tsc'), '-p', '.']);
}
if (!step('build', [process.execPath, 'scripts/build.mjs'])) finish();
if (wanted('seeds')) step('seeds', [process.execPath, 'scripts/runBundled.mjs', 'scripts/checkSeeds.ts']);
if (wanted('unit')) {
  const files = await bundle(['unit', 'property', 'tidy']);
  mocha('unit', files, 20_000);
}
if (wanted('golden')) mocha('golden', await bundle(['golden']), 120_000);
if (wanted('protocol')) mocha('protocol', await bundle(['protocol']), 60_000);
if (wanted('workbench')) {
  await bundle(['workbench', 'workbench-bare'], '.ts');
  const report = join(out, 'workbench.json');
  const { status } = spawnSync(process.execPath, [join(root, 'scripts', 'workbench.mjs'), '--report', report], {
    cwd: root,
    stdio: 'inherit',
  });
  add('workbench', report, status);
}
if (wanted('vsix')) {
  await bundle(['workbench-vsix'], '.ts');
  const report = join(out, 'vsix.json');
  const { status } = spawnSync(process.execPath, [join(root, 'scripts', 'testVsix.mjs'), '--report', report], {
    cwd: root,
    stdio: 'inherit',
  });
  add('vsix', report, status);
}
finish();

function finish() {
  process.stdout.write(`\n${passed} passed, ${failed} failed\n`);
  process.exit(failed === 0 ? 0 : 1);
}
