/** The requests behind the view of formulations. */
import type { ResponseError } from 'vscode-languageserver';
import { listFormulations } from '../features/formulations';
import { searchPassages } from '../features/search';
import { usageOf } from '../features/usage';
import {
  type FormulationSummary,
  type FormulationsParams,
  formulationsRequest,
  type UsageParams,
  usageRequest,
  type WordingUsage,
} from './messages';
import { runSafe } from './runSafe';
import type { Server } from './server';
import { toLocation, toSearchHit } from './toLsp';

const PASSAGES = 5;

export function registerFormulations(server: Server): void {
  const { connection } = server;
  const log = (message: string) => server.log(message);

  connection.onRequest(formulationsRequest, ({ query }: FormulationsParams, token) =>
    runSafe<FormulationSummary[]>(token, log, [], () =>
      listFormulations(server.host.snapshot, query, server.settings.draft.date || server.today()).map(
        ({ origin, ...formulation }) => ({ ...formulation, ...toLocation(origin) }),
      ),
    ),
  );

  connection.onRequest<WordingUsage | ResponseError<void>, void>(usageRequest, ({ text }: UsageParams, token) =>
    runSafe<WordingUsage>(token, log, { years: [], passages: [] }, () => {
      const { snapshot } = server.host;
      const passages = searchPassages(snapshot, text, { limit: PASSAGES, fuzzy: false });
      const { years } = usageOf(snapshot.corpus, text);
      return {
        years: years.map(({ year, count }) => ({ count, ...(year !== undefined && { year }) })),
        passages: passages.filter(({ score }) => score === 1).map((result) => toSearchHit(snapshot, result, text)),
      };
    }),
  );
}
