/**
 * Looks the locked versions of all that ships up in the registry's list of known vulnerabilities. Exit code 1 where there
 * is one; where the registry cannot be asked (no network, a mirror without that service) it says so and exits with 0:
 * a release needs a run that could ask.
 */
import { spawnSync } from 'node:child_process';
import { repoRoot } from './host/paths.mjs';

const options = ['--omit=dev', '--json', '--fetch-retries=0', '--fetch-timeout=20000'];
const { stdout } = spawnSync('npm', ['audit', ...options], {
  cwd: repoRoot,
  encoding: 'utf8',
  shell: process.platform === 'win32',
});
const report = parsed(stdout);
const found = report?.metadata?.vulnerabilities;
if (!found) {
  console.log(`known vulnerabilities: not looked up (${report?.message ?? 'npm audit gave no answer'})`);
} else if (found.total === 0) {
  console.log(`known vulnerabilities: none in ${report.metadata.dependencies.prod} packages`);
} else {
  for (const { name, severity, range } of Object.values(report.vulnerabilities)) {
    console.error(`known vulnerability (${severity}): ${name} ${range}`);
  }
  process.exitCode = 1;
}

/** @param {string} json */
function parsed(json) {
  try {
    return JSON.parse(json);
  } catch {
    return undefined;
  }
}
