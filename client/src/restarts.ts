/** When a server that died is started again: at once, then after longer pauses, and not without end. */

/** Milliseconds before each new start. */
const PAUSES = [0, 2000, 8000];
/** A death so long ago tells nothing of the next one. Milliseconds. */
const FORGOTTEN = 180_000;

export class Restarts {
  #deaths: number[] = [];

  /**
   * Counts a death. Answers the milliseconds to wait before the next start; undefined where it died so often within
   * three minutes that another start would help nobody.
   * @param now milliseconds on any clock that does not go back
   */
  pauseAfterDeath(now: number): number | undefined {
    this.#deaths = this.#deaths.filter((death) => now - death < FORGOTTEN);
    this.#deaths.push(now);
    return PAUSES[this.#deaths.length - 1];
  }
}
