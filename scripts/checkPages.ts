/** Writes `docs/checks/<code>.md` from `server/src/checks/pages` and from what the checks find in their examples. */
import { writeFileSync } from 'node:fs';
import { checkPages } from '../server/src/checks/pages/checkPages';
import { pageMarkdown, pagePath } from './pageMarkdown';

for (const page of checkPages) writeFileSync(pagePath(page), pageMarkdown(page));
