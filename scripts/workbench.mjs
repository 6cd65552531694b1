/** Runs the workbench suite in a real VS Code: `node scripts/workbench.mjs [--report FILE]` after a build. */
import path from 'node:path';
import { parseArgs } from 'node:util';
import { findEditor } from './host/findEditor.mjs';
import { repoRoot } from './host/paths.mjs';
import { runExtensionTests } from './host/runExtensionTests.mjs';

const { values } = parseArgs({ options: { report: { type: 'string' } } });
const passed = await runExtensionTests({
  name: 'workbench',
  editor: await findEditor((line) => console.log(`editor: ${line}`)),
  extensionDevelopmentPath: repoRoot,
  extensionTestsPath: path.join(repoRoot, 'out/test/workbench/index.js'),
  report: values.report,
});
process.exit(passed ? 0 : 1);
