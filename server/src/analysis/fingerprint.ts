/** Recognises a finding again after the draft changed around it. */
import type { Draft } from '../draft/draft';
import { keyOf } from '../text/keyText';
import type { Finding } from './finding';

/** Folded characters of the same paragraph on each side. */
const CONTEXT = 12;
/** Where that many are found, whatever spaces stand between them. */
const LOOKED_AT = 64;

/**
 * A hash of a finding's code, its words and a little context, folded: stays the same when the
 * finding moves, and changes when its sentence does. 16 hexadecimal digits, two FNV-1a sums.
 */
export function findingFingerprint(draft: Draft, finding: Pick<Finding, 'code' | 'start' | 'end'>): string {
  const words = keyOf(draft.text.slice(finding.start, finding.end));
  const before = draft.text.slice(Math.max(0, finding.start - LOOKED_AT), finding.start).replace(/^[\s\S]*[\r\n]/, '');
  const after = draft.text.slice(finding.end, finding.end + LOOKED_AT).replace(/[\r\n][\s\S]*$/, '');
  const context = [keyOf(before).slice(-CONTEXT), words, keyOf(after).slice(0, CONTEXT)];
  const text = [finding.code, ...context].join('\u0000');
  return hash(text, 0x811c9dc5) + hash(text, 0x01000193);
}

function hash(text: string, seed: number): string {
  let sum = seed | 0;
  for (let i = 0; i < text.length; i++) sum = Math.imul(sum ^ text.charCodeAt(i), 0x01000193);
  return (sum >>> 0).toString(16).padStart(8, '0');
}
