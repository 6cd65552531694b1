/** Prepares completion for the draft she works on in short stretches, while she goes on typing. */
import type { Corpus } from '../index/corpus';
import type { DraftProfile } from '../index/nearDocuments';
import { NextText } from '../index/nextText';
import { inSteps } from '../util/inSteps';

export class CompletionPreparation {
  #wanted: DraftProfile | undefined;
  #running: Promise<void> | undefined;

  /** @param corpus the one that serves */
  constructor(
    readonly corpus: () => Corpus,
    readonly onError: (error: unknown) => void,
  ) {}

  /** Picks the documents near a draft, where that is still to be done. Of several drafts the one asked for last goes first. */
  prepareFor(profile: DraftProfile): void {
    this.#wanted = profile;
    this.#running ??= this.#run()
      .catch(this.onError)
      .finally(() => {
        this.#running = undefined;
      });
  }

  /** Does it again, for the corpus that serves now. */
  again(): void {
    // An object of its own: what is under way is for the corpus before.
    if (this.#wanted) this.prepareFor({ ...this.#wanted });
  }

  async #run(): Promise<void> {
    for (let profile: DraftProfile | undefined; profile !== this.#wanted; ) {
      profile = this.#wanted!;
      // What is being answered goes first.
      await new Promise((resolve) => setImmediate(resolve));
      await inSteps(NextText.of(this.corpus()).prepareFor(profile));
    }
  }
}
