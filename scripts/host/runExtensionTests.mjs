/** Runs one extension-host suite in an editor with a fresh workspace and profile, and reads its result. */
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { runTests } from '@vscode/test-electron';
import { repoRoot } from './paths.mjs';
import { removeAtExit } from './processes.mjs';

/** Nothing may come between the tests and the draft: no welcome page, no updates, no other extension's opinions. */
const userSettings = {
  'workbench.startupEditor': 'none',
  'update.mode': 'none',
  'extensions.ignoreRecommendations': true,
  'telemetry.telemetryLevel': 'off',
  'git.enabled': false,
};

/**
 * @param {object} suite
 * @param {string} suite.name starts the last line, `NAME: N passed, N failed`
 * @param {import('./findEditor.mjs').Editor} suite.editor
 * @param {string} suite.extensionDevelopmentPath
 * @param {string} suite.extensionTestsPath the compiled entry, exporting `run(): Promise<void>`
 * @param {string} [suite.workspace] folder whose copy is opened; default: test/fixtures/workspace
 * @param {string} [suite.extensionsDir] holds installed extensions; default: none are
 * @param {string} [suite.report] file that gets the counts as JSON, `{ passes, failures }`; none when the editor
 *   could not be started at all
 * @returns {Promise<boolean>} whether every test passed and at least one ran; everything is printed
 */
export async function runExtensionTests({
  name,
  editor,
  extensionDevelopmentPath,
  extensionTestsPath,
  workspace: original = path.join(repoRoot, 'test/fixtures/workspace'),
  extensionsDir,
  report,
}) {
  if (report) rmSync(report, { force: true });
  if (!existsSync(extensionTestsPath)) throw new Error(`${extensionTestsPath} is missing: run npm run build first.`);
  const temporary = mkdtempSync(path.join(os.tmpdir(), 'zhibi-tests-'));
  const cleanUp = removeAtExit(temporary);
  const workspace = path.join(temporary, 'workspace');
  cpSync(original, workspace, { recursive: true });
  const userData = path.join(temporary, 'user-data');
  mkdirSync(path.join(userData, 'User'), { recursive: true });
  writeFileSync(path.join(userData, 'User/settings.json'), JSON.stringify(userSettings));
  const resultFile = path.join(temporary, 'result.json');

  console.log(`${name}: in the ${editor.kind} editor (${editor.why})`);
  let exited = '';
  await runTests({
    vscodeExecutablePath: editor.executable,
    extensionDevelopmentPath,
    extensionTestsPath,
    launchArgs: [
      workspace,
      `--user-data-dir=${userData}`,
      `--extensions-dir=${extensionsDir ?? path.join(temporary, 'extensions')}`,
    ],
    extensionTestsEnv: {
      ZHIBI_RESULT_FILE: resultFile,
      ZHIBI_TEMPORARY: temporary,
      ...(extensionsDir ? { ZHIBI_EXTENSIONS_DIR: extensionsDir } : {}),
    },
  }).catch((error) => {
    exited = error instanceof Error ? error.message : String(error);
  });
  const result = readResult(resultFile);
  cleanUp();

  const ranToEnd = result.finished && !(exited && result.failures === 0);
  if (!ranToEnd) console.error(`${name}: the suite did not run to its end${exited ? `: ${exited}` : ''}`);
  // A suite that broke off counts as one failure more, so that no sum of such lines can look green.
  const failed = result.failures + (ranToEnd ? 0 : 1);
  if (report) writeFileSync(report, JSON.stringify({ passes: result.passes, failures: failed }));
  console.log(`${name}: ${result.passes} passed, ${failed} failed`);
  return failed === 0 && result.passes > 0;
}

/**
 * @param {string} file
 * @returns {{ finished: boolean, passes: number, failures: number }}
 */
function readResult(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return { finished: false, passes: 0, failures: 0 };
  }
}
