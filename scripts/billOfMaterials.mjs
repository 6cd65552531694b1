/** What the product is made of, for whoever must know before installing it: a CycloneDX document from the lock file. */
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { repoRoot } from './host/paths.mjs';
import { runQuietly } from './host/processes.mjs';

/**
 * Writes the bill of materials: every package that may ship, with version, licence and checksum.
 * @param {string} file
 * @returns {Promise<number>} how many packages it names
 */
export async function writeBillOfMaterials(file) {
  const options = ['--sbom-format', 'cyclonedx', '--sbom-type', 'application', '--omit', 'dev', '--package-lock-only'];
  const bill = JSON.parse(await runQuietly('npm', ['sbom', '--loglevel', 'silent', ...options], { cwd: repoRoot }));
  const { name, version, displayName } = manifest();
  // npm takes the folder's name, which is the builder's own, and the manifest's placeholders.
  bill.metadata.component = { ...bill.metadata.component, name, version, description: displayName };
  writeFileSync(file, `${JSON.stringify(bill, null, 2)}\n`);
  return bill.components.length;
}

/** @returns {{ name: string, version: string, displayName: string }} in English */
function manifest() {
  const read = (/** @type {string} */ name) => JSON.parse(readFileSync(path.join(repoRoot, name), 'utf8'));
  return { ...read('package.json'), displayName: read('package.nls.json')['extension.displayName'] };
}
