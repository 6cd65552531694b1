/** Runs every `*.test.js` of a folder with mocha and records the result where the launching script looks for it. */
import { readdirSync, writeFileSync } from 'node:fs';
import * as path from 'node:path';

/** What ZHIBI_RESULT_FILE holds: without `finished` the extension host ended before the tests did. */
export interface SuiteResult {
  finished: boolean;
  passes: number;
  failures: number;
  pending: number;
  tests: { title: string; state: 'passed' | 'failed' | 'pending'; milliseconds: number; error?: string }[];
}

const testLimitMs = 60_000;

/**
 * Environment: ZHIBI_RESULT_FILE (where the result goes), ZHIBI_TEST_GREP (only tests whose title matches).
 * @param folder holds the compiled test files
 * @throws {Error} when a test failed or none was found; VS Code then ends with a code other than 0
 */
export async function runSuite(folder: string): Promise<void> {
  const { default: Mocha } = await import('mocha');
  const grep = process.env.ZHIBI_TEST_GREP;
  const mocha = new Mocha({ ui: 'bdd', timeout: testLimitMs, color: false, ...(grep ? { grep } : {}) });
  const files = readdirSync(folder).filter((name) => name.endsWith('.test.js'));
  for (const name of files.sort()) mocha.addFile(path.join(folder, name));

  const result: SuiteResult = { finished: false, passes: 0, failures: 0, pending: 0, tests: [] };
  const write = () => {
    const file = process.env.ZHIBI_RESULT_FILE;
    if (file) writeFileSync(file, JSON.stringify(result, undefined, 2));
  };
  await new Promise<void>((resolve) => {
    // Loads the files with `require`: `import()` would miss the hook that gives the tests the `vscode` module.
    const runner = mocha.run(() => resolve());
    const record = (test: Mocha.Runnable, state: 'passed' | 'failed' | 'pending', error?: Error) => {
      result[state === 'passed' ? 'passes' : state === 'failed' ? 'failures' : 'pending']++;
      result.tests.push({
        title: test.fullTitle(),
        state,
        milliseconds: test.duration ?? 0,
        ...(error ? { error: error.stack ?? error.message } : {}),
      });
      write();
    };
    runner.on('pass', (test) => record(test, 'passed'));
    runner.on('fail', (test, error) => record(test, 'failed', error));
    runner.on('pending', (test) => record(test, 'pending'));
  });
  result.finished = true;
  write();
  if (result.failures > 0) throw new Error(`${result.failures} of ${result.tests.length} workbench tests failed`);
  if (result.passes === 0) throw new Error(`no workbench test ran (${files.length} test files in ${folder})`);
}
