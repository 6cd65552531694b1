/**
 * Runs the workbench suites in a real VS Code, after a build: test/workbench, and test/workbench-bare in a folder
 * without drafts. Option: `--report FILE` gets the counts of both.
 */
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { findEditor } from './host/findEditor.mjs';
import { repoRoot } from './host/paths.mjs';
import { runExtensionTests } from './host/runExtensionTests.mjs';

const { values } = parseArgs({ options: { report: { type: 'string' } } });
const editor = await findEditor((line) => console.log(`editor: ${line}`));
const suites = [
  { name: 'workbench', workspace: 'test/fixtures/workspace' },
  { name: 'workbench-bare', workspace: 'test/fixtures/bareWorkspace' },
];
const sum = { passes: 0, failures: 0 };
let passed = true;
for (const { name, workspace } of suites) {
  const report = path.join(repoRoot, `out/test/${name}.counts.json`);
  const ran = await runExtensionTests({
    name,
    editor,
    extensionDevelopmentPath: repoRoot,
    extensionTestsPath: path.join(repoRoot, `out/test/${name}/index.js`),
    workspace: path.join(repoRoot, workspace),
    report,
  });
  passed &&= ran;
  const { passes, failures } = JSON.parse(readFileSync(report, 'utf8'));
  rmSync(report);
  sum.passes += passes;
  sum.failures += failures;
}
if (values.report) writeFileSync(values.report, JSON.stringify(sum));
process.exit(passed ? 0 : 1);
