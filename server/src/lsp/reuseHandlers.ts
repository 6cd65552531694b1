/** Our own requests about where a draft comes from, each a thin call of a feature over the current snapshot. */
import { draftSources } from '../features/draftSources';
import { reportAsHtml, reportAsMarkdown } from '../features/reportFormat';
import { sourcesReport } from '../features/sourcesReport';
import { inSteps } from '../util/inSteps';
import { filePath } from './codeActions';
import { draftSourcesRequest, type ReportParams } from './messages';
import { runSafe } from './runSafe';
import type { Server } from './server';

/** Registers them on the server's connection. */
export function registerReuse(server: Server): void {
  const { connection } = server;
  const log = (message: string) => server.log(message);

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
