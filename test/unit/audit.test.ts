/** The look-up of known vulnerabilities, with the registry's answer given: it says what was found, or that nothing could be asked. */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { chmodSync } from 'node:fs';
import { delimiter } from 'node:path';
import { inTemporaryFolder } from '../support/temporaryFolder';

/** What `npm audit --json` prints. */
const ANSWERS = {
  nothing: { metadata: { vulnerabilities: { total: 0 }, dependencies: { prod: 129 } }, vulnerabilities: {} },
  one: {
    metadata: { vulnerabilities: { total: 1 }, dependencies: { prod: 129 } },
    vulnerabilities: { jszip: { name: 'jszip', severity: 'high', range: '<3.8.0' } },
  },
  refused: { message: '405 Method Not Allowed' },
};

describe('known vulnerabilities of what ships', () => {
  for (const [answer, status, said] of [
    ['nothing', 0, /^known vulnerabilities: none in 129 packages\n$/],
    ['one', 1, /^known vulnerability \(high\): jszip <3\.8\.0\n$/],
    ['refused', 0, /^known vulnerabilities: not looked up \(405 Method Not Allowed\)\n$/],
  ] as const) {
    it(`where the registry answers ${answer}: exit code ${status}`, function () {
      if (process.platform === 'win32') this.skip();
      return inTemporaryFolder((folder) => {
        folder.write('answer.json', JSON.stringify(ANSWERS[answer]));
        chmodSync(folder.write('npm', `#!/bin/sh\ncat '${folder.at('answer.json')}'\n`), 0o755);
        const env = { ...process.env, PATH: `${folder.path}${delimiter}${process.env.PATH}` };
        const run = spawnSync(process.execPath, ['scripts/audit.mjs'], { encoding: 'utf8', env });
        assert.match(run.stdout + run.stderr, said);
        assert.equal(run.status, status);
      });
    });
  }
});
