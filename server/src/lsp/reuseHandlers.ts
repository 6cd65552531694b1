/** Our own requests about where a draft comes from, each a thin call of a feature over the current snapshot. */
import * as l10n from '@vscode/l10n';
import { parseDraft } from '../draft/parseDraft';
import { compareDocuments } from '../features/compare';
import { comparisonReport } from '../features/comparisonReport';
import { draftSources } from '../features/draftSources';
import { reportAsHtml, reportAsMarkdown } from '../features/reportFormat';
import { lettersOf, sourcesAt } from '../features/sentenceSources';
import { nameOfDraft, sourcesReport } from '../features/sourcesReport';
import { yearChanges, yearsReport } from '../features/yearChanges';
import { inSteps } from '../util/inSteps';
import { filePath } from './codeActions';
import {
  type ComparedWording,
  type ComparisonParams,
  comparedRequest,
  comparisonRequest,
  draftSourcesRequest,
  type ReportParams,
  type SourcesParams,
  type YearsParams,
  yearsRequest,
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

  connection.onRequest(comparisonRequest, ({ uri, path, format }: ComparisonParams, token) =>
    runSafe<string | null>(token, log, null, () => {
      const draft = server.draft(uri);
      const { corpus, knowledge } = server.host.snapshot;
      const document = corpus.documentAt(path);
      if (!draft || !document) return null;
      const ownPath = filePath(uri);
      const before = parseDraft(path, document.cleanText());
      const { title, date } = document;
      const report = comparisonReport(
        {
          name: date === undefined ? title : l10n.t('{0}, {1}', title, date),
          draft: before,
          place: (span) => corpus.location({ document, ...span }),
        },
        {
          name: nameOfDraft(draft),
          draft,
          place: (span) => (ownPath === undefined ? undefined : { path: ownPath, ...toRange(draft, span) }),
        },
        compareDocuments(knowledge, before, draft),
      );
      return format === 'html' ? reportAsHtml(report) : reportAsMarkdown(report);
    }),
  );

  connection.onRequest(yearsRequest, ({ from, to, format }: YearsParams, token) =>
    runSafe<string | null>(token, log, null, async () => {
      const report = yearsReport(await inSteps(yearChanges(server.host.snapshot, from, to)));
      return format === 'html' ? reportAsHtml(report) : reportAsMarkdown(report);
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
