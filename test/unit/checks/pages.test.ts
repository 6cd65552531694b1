/** The page of every check: its examples are true, and docs/checks is what they say. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { findingsIn, pageMarkdown, pagePath } from '../../../scripts/pageMarkdown';
import { checkPages } from '../../../server/src/checks/pages/checkPages';
import { checks } from '../../../server/src/checks/runChecks';

describe('pages of the checks', () => {
  it('there is one for each check', () => {
    assert.deepEqual(new Set(checkPages.map(({ check }) => check)), new Set(checks));
    assert.equal(checkPages.length, checks.length);
  });

  for (const page of checkPages) {
    it(`${page.check.code}: finds what its page shows as found, and nothing in the rest`, () => {
      for (const { draft } of page.found) assert.notDeepEqual(findingsIn(page, draft), [], draft);
      for (const { draft } of page.notFound) assert.deepEqual(findingsIn(page, draft), [], draft);
    });

    it(`${page.check.code}: the page is up to date (npm run pages)`, () => {
      assert.equal(readFileSync(pagePath(page), 'utf8'), pageMarkdown(page));
    });
  }
});
