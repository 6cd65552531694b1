/** The labelled texts: nothing that is text is taken out or joined, and everything that is none goes. */
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { scoreCleaning } from '../../support/labelledCleaning';

const folder = 'test/fixtures/cleaning';

describe('cleaning of labelled texts', () => {
  for (const name of readdirSync(folder).filter((file) => file.endsWith('.txt'))) {
    it(name, () => assert.deepEqual(scoreCleaning(readFileSync(join(folder, name), 'utf8')).faults, []));
  }
});
