/** What cleaning keeps and takes out of the real documents beside the checkout, in counts. `UPDATE=1` rewrites the report. */
import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { readDocument } from '../../server/src/corpus/readDocument';
import { removalsByStep } from '../../server/src/corpus/removals';

const shared = resolve('../shared');
const folders = ['seeds', 'corpus/awkward'];
const reportFile = 'test/golden/cleaningReport.txt';

async function describeFile(path: string): Promise<string> {
  const { value, problems } = await readDocument({ path, bytes: readFileSync(path), builtIn: false });
  if (!value) return `no text (${problems.length} problem)`;
  const { title, date, kind, level } = value.info;
  const removed = removalsByStep(value).map(({ name, characters }) => `${name} ${characters}`);
  const facts = [`${title.length}-character title`, date ?? 'undated', kind, level ?? 'no level'].join(', ');
  return `${value.clean.length} kept, ${removed.join(', ') || 'nothing removed'}; ${value.clean.split('\n').length} paragraphs; ${facts}`;
}

describe('the cleaning report', () => {
  before(function () {
    if (existsSync(shared)) return;
    console.log(`      skipped: ${shared} is missing`);
    this.skip();
  });

  it('is as it was over the seeds and the awkward files', async () => {
    const lines: string[] = [];
    for (const folder of folders) {
      // Numbers and not names: files are added to these folders, and their names are not ours.
      for (const [index, name] of readdirSync(join(shared, folder)).sort().entries()) {
        lines.push(`${folder} ${index + 1}: ${await describeFile(join(shared, folder, name))}`);
      }
    }
    const report = `${lines.join('\n')}\n`;
    if (process.env.UPDATE) writeFileSync(reportFile, report);
    assert.equal(report, readFileSync(reportFile, 'utf8'));
  });
});
