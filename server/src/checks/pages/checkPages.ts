/** The pages of all checks. */

import type { CheckPage } from './checkPage';
import { figureInconsistentPage } from './figureInconsistentPage';
import { institutionRenamedPage } from './institutionRenamedPage';
import { passageDuplicatePage } from './passageDuplicatePage';
import { passageRepeatedPage } from './passageRepeatedPage';
import { quoteMismatchPage } from './quoteMismatchPage';
import { quoteUnsourcedPage } from './quoteUnsourcedPage';
import { referenceMismatchPage } from './referenceMismatchPage';
import { referenceSupersededPage } from './referenceSupersededPage';
import { structureNumberingPage } from './structureNumberingPage';
import { targetFigurePage } from './targetFigurePage';
import { targetOutdatedPage } from './targetOutdatedPage';
import { textConfusablePage } from './textConfusablePage';
import { textPunctuationPage } from './textPunctuationPage';
import { wordingIncompletePage } from './wordingIncompletePage';
import { wordingSupersededPage } from './wordingSupersededPage';
import { wordingVariantPage } from './wordingVariantPage';

/** A page for each check, by code. */
export const checkPages: readonly CheckPage[] = [
  figureInconsistentPage,
  institutionRenamedPage,
  passageDuplicatePage,
  passageRepeatedPage,
  quoteMismatchPage,
  quoteUnsourcedPage,
  referenceMismatchPage,
  referenceSupersededPage,
  structureNumberingPage,
  targetFigurePage,
  targetOutdatedPage,
  textConfusablePage,
  textPunctuationPage,
  wordingIncompletePage,
  wordingSupersededPage,
  wordingVariantPage,
];
