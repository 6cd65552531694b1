/** Runs the tests of a folder without drafts inside the extension host. */
import { runSuite } from '../workbench/runSuite';

/**
 * Entry point that VS Code calls (extensionTestsPath).
 * @throws {Error} when a test failed or there was none
 */
export function run(): Promise<void> {
  return runSuite(__dirname);
}
