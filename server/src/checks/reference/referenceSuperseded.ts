/** Finds plan periods, meetings, laws and standards that a later one has replaced and that are used as current. */
import type { Finding } from '../../analysis/finding';
import type { Snapshot } from '../../analysis/snapshot';
import type { Draft } from '../../draft/draft';
import { sentencePlaces } from '../../draft/sentencePlace';
import type { Check, CheckConfig } from '../check';
import { supersededDocuments } from './supersededDocuments';
import { supersededEditions } from './supersededEditions';
import { supersededMeetings } from './supersededMeetings';
import { supersededPeriods } from './supersededPeriods';
import { supersededPlans } from './supersededPlans';

/** Each kind of reference goes out of date in its own way; what they share is the sentence and the draft's date. */
export const referenceSuperseded: Check = {
  code: 'reference.superseded',
  severity: 'warning',
  run: ({ knowledge }: Snapshot, draft: Draft, config: CheckConfig): Finding[] => {
    const findings: Finding[] = [];
    for (const place of sentencePlaces(draft, config.date)) {
      findings.push(
        ...supersededPlans(knowledge, place),
        ...supersededPeriods(knowledge, place),
        ...supersededMeetings(knowledge, place),
        ...supersededDocuments(knowledge, place),
        ...supersededEditions(knowledge, place),
      );
    }
    return findings.sort((a, b) => a.start - b.start || a.end - b.end);
  },
};
