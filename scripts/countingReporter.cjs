/** Mocha's spec reporter that also writes how many tests passed and failed to the file in ZHIBI_TEST_REPORT. */
const { writeFileSync } = require('node:fs');
const { reporters, Runner } = require('mocha');

const { EVENT_RUN_END } = Runner.constants;

class CountingReporter extends reporters.Spec {
  constructor(runner, options) {
    super(runner, options);
    runner.once(EVENT_RUN_END, () => {
      const { passes, failures, pending } = runner.stats;
      const file = process.env.ZHIBI_TEST_REPORT;
      if (file) writeFileSync(file, JSON.stringify({ passes, failures, pending, finished: true }));
    });
  }
}

module.exports = CountingReporter;
