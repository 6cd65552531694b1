/** Decides when drafts are checked, and keeps the latest diagnostics of each: pushed to clients that cannot pull. */
import type { Diagnostic } from 'vscode-languageserver';

/** Milliseconds after the last edit: past the pauses of an input method's preedit. */
const DEBOUNCE = 300;

export interface DiagnosticsEvents {
  /** Checks a document as it is now; undefined where it is closed or was changed meanwhile. */
  compute(uri: string): Promise<{ version: number; diagnostics: Diagnostic[] } | undefined>;
  publish(uri: string, version: number | undefined, diagnostics: Diagnostic[]): void;
  onError(error: unknown): void;
}

/** Pushes diagnostics: one check a document at a time, and the newest state wins. */
export class PushedDiagnostics {
  readonly #timers = new Map<string, NodeJS.Timeout>();
  readonly #running = new Set<string>();
  readonly #again = new Set<string>();

  constructor(readonly events: DiagnosticsEvents) {}

  /** A document was opened, edited, or should be looked at again. */
  schedule(uri: string, delay = DEBOUNCE): void {
    clearTimeout(this.#timers.get(uri));
    this.#timers.set(
      uri,
      setTimeout(() => {
        this.#timers.delete(uri);
        void this.#run(uri);
      }, delay),
    );
  }

  /** Pushed findings stay after a file closes unless they are taken back. */
  close(uri: string): void {
    clearTimeout(this.#timers.get(uri));
    this.#timers.delete(uri);
    this.#again.delete(uri);
    this.events.publish(uri, undefined, []);
  }

  dispose(): void {
    for (const timer of this.#timers.values()) clearTimeout(timer);
    this.#timers.clear();
  }

  async #run(uri: string): Promise<void> {
    if (this.#running.has(uri)) {
      this.#again.add(uri);
      return;
    }
    this.#running.add(uri);
    try {
      const result = await this.events.compute(uri);
      if (result) this.events.publish(uri, result.version, result.diagnostics);
    } catch (error) {
      this.events.onError(error);
    } finally {
      this.#running.delete(uri);
      if (this.#again.delete(uri)) this.schedule(uri);
    }
  }
}
