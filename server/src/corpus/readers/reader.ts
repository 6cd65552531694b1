/** What a reader of one file format does. */

/** What a reader takes out of a file. */
export interface ReadText {
  /** The decoded file, or the text taken out of it. */
  readonly text: string;
  readonly format: 'plain' | 'markdown';
  /** The file itself is text: offsets of `text` are places in it. */
  readonly originalIsText: boolean;
  /** The title the file itself states. */
  readonly title?: string;
  /** The day of publication the file itself states, as it writes it. */
  readonly published?: string;
  /** Where the file itself says the text comes from: a body, a newspaper. */
  readonly source?: string;
  /** What could not be read, already localised. */
  readonly problems: readonly string[];
}

/** Why a file gives no text, already localised: what happened and what to do. */
export interface Unreadable {
  readonly unreadable: string;
}

export type Reader = (bytes: Uint8Array, limits: ReadLimits) => Promise<ReadText | Unreadable> | ReadText | Unreadable;

/** Bounds on one file. */
export interface ReadLimits {
  readonly bytes: number;
  /** Of text taken out of it, in UTF-16 code units: bounds what a compressed file unfolds to. */
  readonly characters: number;
}

export const defaultReadLimits: ReadLimits = { bytes: 64 * 1024 * 1024, characters: 32 * 1024 * 1024 };
