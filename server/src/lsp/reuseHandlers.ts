/** Our own requests about where a draft comes from, each a thin call of a feature over the current snapshot. */
import { draftSources } from '../features/draftSources';
import { reportAsHtml, reportAsMarkdown } from '../features/reportFormat';
import { lettersOf, sourcesAt } from '../features/sentenceSources';
import { sourcesReport } from '../features/sourcesReport';
import { inSteps } from '../util/inSteps';
import { filePath } from './codeActions';
import {
  type ComparedWording,
  comparedRequest,
  draftSourcesRequest,
  type ReportParams,
  type SourcesParams,
} from './messages';
import { runSafe } from './runSafe';
import type { Server } from './server';
import { toOffset, toRange, toSourceWording } from './toLsp';

/** Registers them on the server's connection. */
export function registerReuse(server: Server): void {
  const { connection } = server;
  const log = (message: string) => server.log(message);

  connection.onRequest(comparedRequest, ({ uri, position }: SourcesParams, token) =>
    runSafe<ComparedWording | null>(token, log, null, () => {
      const draft = server.draft(uri);
      const { snapshot } = server.host;
      const sentence = draft && sourcesAt(snapshot, draft, toOffset(draft, position), filePath(uri));
      if (!draft || !sentence) return null;
      const [passage] = sentence.sources;
      const { title, date } = passage.document;
      const text = passage.document.cleanText(passage.start, passage.end);
      const location = snapshot.corpus.location(passage);
      return {
        uri,
        range: toRange(draft, lettersOf(draft, sentence)),
        source: toSourceWording({ title, ...(date && { date }), text, location }),
      };
    }),
  );

  connection.onRequest(draftSourcesRequest, ({ uri, format }: ReportParams, token) =>
    runSafe<string | null>(token, log, null, async () => {
      const draft = server.draft(uri);
      if (!draft) return null;
      const { snapshot } = server.host;
      const sources = await inSteps(draftSources(snapshot, draft, filePath(uri)));
      const report = sourcesReport(snapshot.corpus, draft, filePath(uri), sources);
      return format === 'html' ? reportAsHtml(report) : reportAsMarkdown(report);
    }),
  );
}
