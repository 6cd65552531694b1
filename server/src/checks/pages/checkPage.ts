/** What the page of a check says: `npm run pages` writes docs/checks from it, and a test holds its examples. */
import type { Check } from '../check';

/** The same said in Chinese and English. */
export interface InBoth<T = string> {
  readonly zh: T;
  readonly en: T;
}

/** A draft whose findings the page shows; lines are paragraphs. */
export interface PageExample {
  readonly draft: string;
}

/** A draft the check is silent about, and why where that is not plain. */
export interface SilentExample extends PageExample {
  readonly why?: InBoth;
}

export interface CheckPage {
  readonly check: Check;
  readonly title: InBoth;
  /** What is found and what is offered, in paragraphs. */
  readonly meaning: InBoth<readonly string[]>;
  /** A text her corpus holds in all examples: what is borrowed or quoted. */
  readonly source?: string;
  readonly found: readonly PageExample[];
  readonly notFound: readonly SilentExample[];
  /** What is looked at, where the check goes by a list. */
  readonly covers?: InBoth;
  readonly silentWhen: InBoth<readonly string[]>;
}
