/**
 * `npm run package`: builds two VSIX files in the checkout's folder: `zhibi-VERSION.vsix` runs everywhere (words by
 * Intl.Segmenter), `zhibi-PLATFORM-VERSION.vsix` brings nodejieba for this platform. Beside them `zhibi-VERSION.cdx.json`
 * says what they are made of. Fails where a vulnerability of that is known.
 * dist/ holds the minified build afterwards. Options: `--universal` (only the first), `--platform NAME` (only the second,
 * and fail where this machine is another platform or nodejieba was not compiled), `--repository URL` (where the
 * checkout is published: the Marketplace shows the README's pictures and follows its links only by whole addresses).
 */
import { closeSync, fstatSync, openSync, readFileSync, readSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { createVSIX } from '@vscode/vsce';
import { writeBillOfMaterials } from './billOfMaterials.mjs';
import { copyNodejieba } from './host/nodejiebaFiles.mjs';
import { repoRoot } from './host/paths.mjs';
import { removeAtExit, runVisibly } from './host/processes.mjs';

/** What everyone downloads stays small. */
const universalLimitBytes = 6 * 1024 * 1024;

/** Where `require('nodejieba')` from dist/ looks first. */
const packagedModules = path.join(repoRoot, 'dist/node_modules');

const options = {
  universal: { type: /** @type {const} */ ('boolean'), default: false },
  platform: { type: /** @type {const} */ ('string') },
  repository: { type: /** @type {const} */ ('string') },
};

async function main() {
  const { values } = parseArgs({ options });
  const { name, version } = JSON.parse(readFileSync(path.join(repoRoot, 'package.json'), 'utf8'));
  const build = [path.join(repoRoot, 'scripts/build.mjs'), '--production'];
  if ((await runVisibly(process.execPath, build, { cwd: repoRoot })) !== 0) throw new Error('the build failed');
  const target = platformTarget();
  const links = linksTo(values.repository, version);
  if (values.platform !== undefined && values.platform !== target)
    throw new Error(`this machine is ${target}, not ${values.platform}`);
  if (values.platform === undefined) {
    const bytes = await packageVsix(path.join(repoRoot, `${name}-${version}.vsix`), links);
    if (bytes > universalLimitBytes)
      throw new Error(`the universal package is larger than ${megabytes(universalLimitBytes)}`);
  }
  const bill = `${name}-${version}.cdx.json`;
  console.log(`${bill}: ${await writeBillOfMaterials(path.join(repoRoot, bill))} packages`);
  const audit = [path.join(repoRoot, 'scripts/audit.mjs')];
  if ((await runVisibly(process.execPath, audit, { cwd: repoRoot })) !== 0)
    throw new Error('see the vulnerabilities above');
  if (values.universal) return;

  const removeModules = removeAtExit(packagedModules);
  copyNodejieba(path.join(packagedModules, 'nodejieba'));
  await packageVsix(path.join(repoRoot, `${name}-${target}-${version}.vsix`), { ...links, target });
  removeModules();
}

/**
 * How relative links in README and changelog become addresses: those of the version's tag on GitHub or GitLab; without a
 * repository they stay as they are, which is right for a package that is handed on as a file.
 * @param {string | undefined} repository
 * @param {string} version
 */
function linksTo(repository, version) {
  if (repository === undefined) return { rewriteRelativeLinks: false };
  if (!/^https:\/\/[^/]+\/.+[^/]$/.test(repository)) throw new Error(`${repository} is no address of a repository`);
  return { baseContentUrl: `${repository}/blob/v${version}`, baseImagesUrl: `${repository}/raw/v${version}` };
}

/**
 * @param {string} packagePath
 * @param {Partial<Parameters<typeof createVSIX>[0]>} [more] `target`: VS Code's name of the only platform the package is for
 * @returns {Promise<number>} size in bytes
 */
async function packageVsix(packagePath, more) {
  await createVSIX({ cwd: repoRoot, packagePath, dependencies: false, allowMissingRepository: true, ...more });
  const { bytes, files } = measureZip(packagePath);
  console.log(`${path.basename(packagePath)}: ${files} files, ${megabytes(bytes)}`);
  return bytes;
}

/** @returns {string} VS Code's name of this platform */
function platformTarget() {
  const report = /** @type {{ header: { glibcVersionRuntime?: string } }} */ (
    /** @type {unknown} */ (process.report?.getReport())
  );
  const isMusl = process.platform === 'linux' && !report?.header.glibcVersionRuntime;
  return `${isMusl ? 'alpine' : process.platform}-${process.arch === 'arm' ? 'armhf' : process.arch}`;
}

/**
 * @param {string} file a zip without an archive comment
 * @returns {{ bytes: number, files: number }}
 */
function measureZip(file) {
  const handle = openSync(file, 'r');
  try {
    const bytes = fstatSync(handle).size;
    // The end-of-central-directory record is the last 22 bytes; the number of entries stands at its offset 10.
    const record = Buffer.alloc(22);
    readSync(handle, record, 0, 22, bytes - 22);
    return { bytes, files: record.readUInt16LE(10) };
  } finally {
    closeSync(handle);
  }
}

/** @param {number} bytes */
function megabytes(bytes) {
  return `${(bytes / 1024 / 1024).toFixed(2)} MB`;
}

main().then(
  () => process.exit(0),
  (error) => {
    console.error(`package: ${error instanceof Error ? error.message : error}`);
    process.exit(1);
  },
);
