/** What prediction knows of a draft besides the words before the cursor: its date, its kind, what it said before. */
import { readDeclaredKind, readKind } from '../corpus/info/kind';
import type { Draft } from '../draft/draft';
import type { DraftProfile } from '../index/nearDocuments';
import type { DraftContext } from '../index/nextText';

/** The earlier text grows in steps of so many code units, so that it stays the same from one key to the next. */
const STEP = 256;
/** What was said longer ago no longer tells what comes next. */
const LONGEST = 60 * STEP;
/** What the draft speaks of is read from so many code units before the cursor, in smaller steps. */
const RECENT = 256;
const RECENT_STEP = 64;

/** How prediction is asked. */
export interface PredictionConfig {
  /** The date the draft is read at, `YYYY-MM-DD`. */
  readonly date: string;
  /** Answers without the documents near the draft until they are picked, which takes a tenth of a second of a large corpus. */
  readonly withoutWaiting?: boolean;
}

/** What the documents near a draft are picked by. */
export function draftProfile(draft: Draft, date: string): DraftProfile {
  return { date, kind: kindOf(draft) };
}

export function draftContext(draft: Draft, offset: number, config: PredictionConfig): DraftContext {
  const from = draft.frontMatter?.end ?? 0;
  const end = Math.max(from, Math.floor(offset / STEP) * STEP);
  const recentEnd = Math.max(from, Math.floor(offset / RECENT_STEP) * RECENT_STEP);
  return {
    ...draftProfile(draft, config.date),
    ...(config.withoutWaiting && { withoutWaiting: true }),
    earlier: draft.text.slice(Math.max(from, end - LONGEST), end),
    recent: draft.text.slice(Math.max(from, recentEnd - RECENT), recentEnd),
  };
}

function kindOf({ frontMatter, text }: Draft): DraftContext['kind'] {
  const { kind, title } = frontMatter?.values ?? {};
  const firstLine = /\S[^\r\n]{0,200}/.exec(text.slice(frontMatter?.end ?? 0))?.[0] ?? '';
  return readDeclaredKind(kind ?? '') ?? readKind(title ?? firstLine.replace(/^#+\s*/, ''), []);
}
