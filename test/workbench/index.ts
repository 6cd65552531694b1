/** Runs the workbench suite with mocha inside the extension host and records its result in a file. */
import { runSuite } from './runSuite';

/**
 * Entry point that VS Code calls (extensionTestsPath).
 * @throws {Error} when a test failed or there was none
 */
export function run(): Promise<void> {
  return runSuite(__dirname);
}
