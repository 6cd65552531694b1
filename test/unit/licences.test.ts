/** What ships may be passed on: the licences of everything the bundles are made of, and that every version is pinned with its checksum. */
import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

interface LockedPackage {
  readonly version?: string;
  readonly integrity?: string;
  readonly resolved?: string;
  readonly license?: string;
  readonly dev?: boolean;
  readonly devOptional?: boolean;
  readonly optional?: boolean;
  readonly link?: boolean;
  readonly hasInstallScript?: boolean;
  readonly deprecated?: string;
}

/** Licences that ask for no more than their notice. */
const ALLOWED = new Set([
  ...['MIT', 'MIT-0', 'ISC', 'BSD-2-Clause', 'BSD-3-Clause', '0BSD', 'Apache-2.0', 'BlueOak-1.0.0', 'CC0-1.0'],
  ...['Unlicense', 'Zlib', 'Python-2.0', 'WTFPL'],
]);

/** What the manifest names vaguely, as the licence text in the package says it. */
const READ: Readonly<Record<string, string>> = { 'node_modules/duck': 'BSD-2-Clause' };

const lock = JSON.parse(readFileSync('package-lock.json', 'utf8')) as { packages: Record<string, LockedPackage> };
const manifest = JSON.parse(readFileSync('package.json', 'utf8')) as Record<
  'dependencies' | 'devDependencies',
  Record<string, string>
>;
/** Everything needed at run time, by its folder. */
const shipped = Object.entries(lock.packages).filter(
  ([path, { dev, devOptional }]) => path !== '' && !dev && !devOptional,
);

/** `(MIT OR GPL-3.0)`: one of them is enough; `AND` needs all. */
function isAllowed(licence: string): boolean {
  const alternatives = licence.replace(/[()]/g, '').split(/\s+OR\s+/i);
  return alternatives.some((alternative) => alternative.split(/\s+AND\s+/i).every((each) => ALLOWED.has(each.trim())));
}

function licenceOf(path: string): string {
  if (READ[path]) return READ[path];
  const file = join(path, 'package.json');
  if (!existsSync(file)) return lock.packages[path]?.license ?? 'unknown';
  const { license, licenses } = JSON.parse(readFileSync(file, 'utf8')) as {
    license?: string | { type: string };
    licenses?: { type: string }[];
  };
  if (typeof license === 'string') return license;
  return license?.type ?? licenses?.map(({ type }) => type).join(' OR ') ?? 'unknown';
}

describe('what ships with Zhibi', () => {
  it('is under licences that allow it', () => {
    assert.ok(shipped.length > 20);
    const refused = shipped
      .map(([path]) => [path, licenceOf(path)] as const)
      .filter(([, licence]) => !isAllowed(licence));
    assert.deepEqual(refused, []);
  });

  it('is pinned: exact versions in the manifest, a checksum for each in the lock file', () => {
    const loose = Object.entries({ ...manifest.dependencies, ...manifest.devDependencies }).filter(
      ([, version]) => !/^\d+\.\d+\.\d+/.test(version),
    );
    assert.deepEqual(loose, []);
    const unchecked = Object.entries(lock.packages).filter(
      ([path, { link, integrity }]) => path !== '' && !link && !integrity?.startsWith('sha512-'),
    );
    assert.deepEqual(
      unchecked.map(([path]) => path),
      [],
    );
  });

  it('comes from the registry and from nowhere else', () => {
    const elsewhere = Object.entries(lock.packages).filter(
      ([, { link, resolved }]) => link || (resolved && !resolved.startsWith('https://registry.npmjs.org/')),
    );
    assert.deepEqual(
      elsewhere.map(([path]) => path),
      [],
    );
  });

  it('is maintained, and runs nothing when it is installed, but for the native module', () => {
    const deprecated = shipped.filter((entry) => entry[1].deprecated !== undefined);
    const running = shipped.filter(([, { hasInstallScript }]) => hasInstallScript);
    assert.deepEqual(
      [...deprecated, ...running].map(([path]) => path),
      ['node_modules/nodejieba'],
    );
  });

  it('is installed as it is locked, so that what is tested is what ships', () => {
    const different = shipped.flatMap(([path, { version }]) => {
      const file = join(path, 'package.json');
      if (!existsSync(file)) return [];
      const installed = (JSON.parse(readFileSync(file, 'utf8')) as { version: string }).version;
      return installed === version ? [] : [`${path}: ${installed} for ${version}`];
    });
    assert.deepEqual(different, []);
  });
});
