/** A short run of every fuzz target that needs no server; `npm run fuzz` runs them for as long as there is time. */
import { pureTargets } from '../fuzz/fuzzTargets';

/** Few enough for every run of the tests; on a busy machine the time ends it. */
const RUN = { runs: 300, milliseconds: 4000 };

describe('fuzzing', () => {
  for (const target of pureTargets) {
    it(target.name, async function () {
      this.timeout(60_000);
      await target.run(RUN);
    });
  }
});
