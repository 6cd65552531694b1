/** Shows how the formulations of the corpus changed between two years. */
import { l10n, window } from 'vscode';
import {
  type CorpusStatus,
  corpusStatusRequest,
  type YearsParams,
  yearsRequest,
} from '../../../server/src/lsp/messages';
import type { ReportPages } from '../reportPages';
import type { Session } from '../session';
import { tell } from '../tell';
import { ensureActive } from './ensureActive';

/** Asks for the two years, the newest two first, and shows the page beside the draft. */
export async function compareYears(session: Session, pages: ReportPages): Promise<void> {
  if (!(await ensureActive(session))) {
    return;
  }
  const corpus = await session.request<CorpusStatus>(corpusStatusRequest);
  const dated = (corpus?.documents ?? []).flatMap(({ date, builtIn }) => (date && !builtIn ? [date.slice(0, 4)] : []));
  const years = [...new Set(dated)].sort().reverse();
  if (years.length < 2) {
    void tell.information(l10n.t('The corpus has no documents of two years.'));
    return;
  }
  const title = l10n.t('Compare the Formulations of Two Years');
  const items = years.map((year) => ({ label: year }));
  const to = await window.showQuickPick(items.slice(0, -1), { title, placeHolder: l10n.t('The later year') });
  if (to === undefined) {
    return;
  }
  const earlier = items.filter(({ label }) => label < to.label);
  const from = await window.showQuickPick(earlier, { title, placeHolder: l10n.t('The earlier year') });
  if (from === undefined) {
    return;
  }
  const params: YearsParams = { from: from.label, to: to.label, format: 'html' };
  const page = await session.request<string | null>(yearsRequest, params);
  if (page !== undefined && page !== null) {
    pages.show(l10n.t('Formulations of {0} compared with {1}', to.label, from.label), page);
  }
}
