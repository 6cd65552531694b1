/**
 * Builds the universal VSIX, installs it into the hosted VS Code as a user would, and runs test/workbench-vsix against
 * it: proof that the package works, not only the checkout. The tests must have been built into out/ before. Option: `--report FILE`.
 */
import { cpSync, mkdtempSync, readFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { ensureCodeServer } from './host/codeServer.mjs';
import { hostedEditor } from './host/findEditor.mjs';
import { repoRoot } from './host/paths.mjs';
import { removeAtExit, runQuietly, runVisibly } from './host/processes.mjs';
import { runExtensionTests } from './host/runExtensionTests.mjs';
import { serverEnvironment } from './host/vscodeServer.mjs';

const { values } = parseArgs({ options: { report: { type: 'string' } } });
const packaged = await runVisibly(process.execPath, [path.join(repoRoot, 'scripts/package.mjs'), '--universal'], {
  cwd: repoRoot,
});
if (packaged !== 0) process.exit(1);
const { name, version } = JSON.parse(readFileSync(path.join(repoRoot, 'package.json'), 'utf8'));
const temporary = mkdtempSync(path.join(os.tmpdir(), 'zhibi-vsix-'));
removeAtExit(temporary);
const extensionsDir = path.join(temporary, 'extensions');

const { serverMain } = await ensureCodeServer((line) => console.log(`editor: ${line}`));
await runQuietly(
  process.execPath,
  [
    serverMain,
    ...['--install-extension', path.join(repoRoot, `${name}-${version}.vsix`)],
    ...['--extensions-dir', extensionsDir, '--user-data-dir', path.join(temporary, 'user-data')],
    '--accept-server-license-terms',
  ],
  { env: serverEnvironment() },
);

// VS Code knows whose tests these are by the folder they lie in: the compiled tests become the probe's.
const probe = path.join(repoRoot, 'out/test/workbench-vsix');
cpSync(path.join(repoRoot, 'test/fixtures/vsixProbe/package.json'), path.join(probe, 'package.json'));
const passed = await runExtensionTests({
  name: 'vsix',
  editor: hostedEditor('the package is tested there'),
  extensionDevelopmentPath: probe,
  extensionTestsPath: path.join(probe, 'index.js'),
  extensionsDir,
  report: values.report,
});
process.exit(passed ? 0 : 1);
