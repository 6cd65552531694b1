/** Finds document numbers other than those of the documents they stand beside: 《…》（国发〔2016〕35号）. */
import * as l10n from '@vscode/l10n';
import type { Finding } from '../../analysis/finding';
import type { Draft } from '../../draft/draft';
import type { SentencePlace } from '../../draft/sentencePlace';
import type { Corpus } from '../../index/corpus';
import type { Knowledge, WordingMatch } from '../../knowledge/knowledge';
import type { Span } from '../../text/span';
import { relatedPassage } from '../sourceReference';
import { asTitle } from '../timing';
import { entriesNamed } from './entriesNamed';
import { mismatch } from './mismatch';
import { documentTitled } from './titledDocuments';

const NUMBER = /^》?[（(]([\p{Script=Han}]{1,8}[〔[［（(]\d{4}[〕\]］）)]第?\d{1,4}号)/u;
const LONGEST_NUMBER = 28;

/** 《…》（国发〔2019〕5号）: the number in the brackets after a title. */
export function otherNumber(
  knowledge: Knowledge,
  { draft, sentence }: SentencePlace,
  match: WordingMatch<'references'>,
): Finding | undefined {
  const { text } = draft;
  if (text[match.start - 1] !== '《') return undefined;
  const after = text.slice(match.end, Math.min(sentence.end, match.end + LONGEST_NUMBER));
  const found = NUMBER.exec(after);
  if (!found) return undefined;
  const entries = entriesNamed(knowledge, match.wording);
  const numbers = entries.map(({ number }) => number);
  if (numbers.some((number) => number === undefined || plain(number) === plain(found[1]!))) return undefined;
  const start = match.end + found[0].length - found[1]!.length;
  return mismatch(
    { start, end: start + found[1]!.length },
    l10n.t('The number of {0} is {1}.', asTitle(match.wording), numbers.join('、')),
    match.entry,
    numbers.length === 1 ? numbers[0] : undefined,
  );
}

/** Who issues a document numbers it: 国办发 is of the General Office. */
const SERIES: readonly { readonly issuer: RegExp; readonly numbers: RegExp; readonly name: string }[] = [
  { issuer: /^国务院办公厅(?:关于|印发|转发)/, numbers: /^国办/, name: '国办' },
  { issuer: /^国务院(?:关于|印发|批转)/, numbers: /^国(?:发|函)/, name: '国发' },
];

/** 《国务院办公厅关于…的意见》（国发〔2024〕1号）: the number is of another series than the issuer in the title. */
function otherSeries(title: string, number: string, span: Span): Finding | undefined {
  const series = SERIES.find(({ issuer }) => issuer.test(title));
  if (!series || series.numbers.test(number)) return undefined;
  return {
    code: 'reference.mismatch',
    ...span,
    message: l10n.t('The number of a document of this issuer begins with {0}.', series.name),
    related: [],
    fixes: [],
  };
}

/** 国务院印发的《…》. */
const ISSUED_BEFORE = /(?<!中共中央[、 ]?|党中央[、 ]?)(国务院(?:办公厅)?)(?:印发|出台|发布)了?的?《?$/;

/** A document gives its number at its head. In UTF-16 code units. */
const HEAD_OF_DOCUMENT = 300;
const NUMBERS = /[\p{Script=Han}]{1,8}[〔[［]\d{4}[〕\]］]第?\d{1,4}号/gu;

/** The same where not the knowledge but the issuer, or a document of the corpus with one number at its head or in its name, tells. */
export function numbersOfOthers(corpus: Corpus, knowledge: Knowledge, draft: Draft): Finding[] {
  return draft.titles.flatMap((title) => {
    const found = NUMBER.exec(draft.text.slice(title.end, title.end + LONGEST_NUMBER));
    if (!found) return [];
    const name = draft.text.slice(title.start, title.end);
    if (entriesNamed(knowledge, name).some(({ number }) => number !== undefined)) return [];
    const start = title.end + found[0].length - found[1]!.length;
    const issued = ISSUED_BEFORE.exec(draft.text.slice(Math.max(0, title.start - LONGEST_NUMBER), title.start));
    const series = otherSeries(issued ? `${issued[1]}印发` : name, found[1]!, { start, end: start + found[1]!.length });
    if (series) return [series];
    const document = documentTitled(corpus, name);
    if (!document) return [];
    const head = `${document.path.slice(document.path.lastIndexOf('/') + 1)}\n${document.cleanText(0, HEAD_OF_DOCUMENT)}`;
    const numbers = new Map([...head.matchAll(NUMBERS)].map(([number]) => [plain(number), number]));
    const [number] = numbers.values();
    if (numbers.size !== 1 || plain(number!) === plain(found[1]!)) return [];
    return [
      {
        code: 'reference.mismatch' as const,
        start,
        end: start + found[1]!.length,
        message: l10n.t('The number of {0} is {1}.', asTitle(name), number!),
        related: [relatedPassage(corpus, { document, start: 0, end: Math.min(document.length, HEAD_OF_DOCUMENT) })],
        fixes: [
          {
            title: l10n.t('Write “{0}”', number!),
            edits: [{ start, end: start + found[1]!.length, newText: number! }],
            preferred: true,
          },
        ],
      },
    ];
  });
}

function plain(number: string): string {
  return number.replace(/[〔[［（(〕\]］）)第\s]/g, '');
}
