/** Recognises a finding again after the draft changed around it. */
import type { Draft } from '../draft/draft';
import { keyOf } from '../text/keyText';
import type { Finding } from './finding';

const CONTEXT = 12;

/**
 * A hash of a finding's code, its words and a little context, folded: stays the same when the
 * finding moves, and changes when its sentence does. 16 hexadecimal digits, two FNV-1a sums.
 */
export function findingFingerprint(draft: Draft, finding: Pick<Finding, 'code' | 'start' | 'end'>): string {
  const words = keyOf(draft.text.slice(finding.start, finding.end));
  const before = keyOf(draft.text.slice(Math.max(0, finding.start - CONTEXT), finding.start));
  const after = keyOf(draft.text.slice(finding.end, finding.end + CONTEXT));
  const text = [finding.code, before, words, after].join('\u0000');
  return hash(text, 0x811c9dc5) + hash(text, 0x01000193);
}

function hash(text: string, seed: number): string {
  let sum = seed | 0;
  for (let i = 0; i < text.length; i++) sum = Math.imul(sum ^ text.charCodeAt(i), 0x01000193);
  return (sum >>> 0).toString(16).padStart(8, '0');
}
