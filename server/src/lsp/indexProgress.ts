/** Shows an index build that takes a while as work-done progress, with a way to stop it, in clients that have that. */
import * as l10n from '@vscode/l10n';
import type { Connection, WorkDoneProgressServerReporter } from 'vscode-languageserver';

/** Milliseconds: what is done sooner needs no progress. */
const PATIENCE = 1000;

export interface FilesRead {
  readonly done: number;
  readonly total: number;
}

export class IndexProgress {
  #since: number | undefined;
  #reporter: Promise<WorkDoneProgressServerReporter> | undefined;

  constructor(
    readonly connection: Connection,
    /** She wants it to end. */
    readonly stop: () => void,
  ) {}

  /** How far the reading is; undefined: it has ended. A client without progress is told nothing. */
  tell(read: FilesRead | undefined): void {
    if (!read) {
      void this.#reporter?.then((reporter) => reporter.done()).catch(() => {});
      this.#reporter = undefined;
      this.#since = undefined;
      return;
    }
    const now = performance.now();
    this.#since ??= now;
    if (now - this.#since < PATIENCE) return;
    this.#reporter ??= this.#begin();
    const { done, total } = read;
    const percentage = Math.floor((100 * done) / Math.max(1, total));
    void this.#reporter
      .then((reporter) => reporter.report(percentage, l10n.t('{0} of {1} documents', done, total)))
      .catch(() => {});
  }

  async #begin(): Promise<WorkDoneProgressServerReporter> {
    const reporter = await this.connection.window.createWorkDoneProgress();
    reporter.begin(l10n.t('Indexing your documents'), 0, '', true);
    reporter.token.onCancellationRequested(this.stop);
    return reporter;
  }
}
