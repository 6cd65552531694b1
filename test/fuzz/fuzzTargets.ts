/** Everything that is fuzzed; all but the editing sessions run without a server. */
import { claimTarget } from './claimTarget';
import { documentTarget } from './documentTarget';
import { draftTarget } from './draftTarget';
import type { FuzzTarget } from './fuzzTarget';
import { knowledgeTarget } from './knowledgeTarget';
import { segmentTarget } from './segmentTarget';
import { sessionTarget } from './sessionTarget';

export const pureTargets: readonly FuzzTarget[] = [
  draftTarget,
  claimTarget,
  documentTarget,
  knowledgeTarget,
  segmentTarget,
];
export const fuzzTargets: readonly FuzzTarget[] = [...pureTargets, sessionTarget];
