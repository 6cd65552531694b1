/** Finds a line of a known work that is given to another old author or work than its own. */
import * as l10n from '@vscode/l10n';
import type { Finding } from '../../analysis/finding';
import { originOf, type SayingNames, sayingNamesOf } from '../../analysis/sayingNames';
import type { Snapshot } from '../../analysis/snapshot';
import type { Draft } from '../../draft/draft';
import type { Span } from '../../text/span';
import { relatedSaying, type SaidLine } from './sayingMismatch';

/** A name that the draft gives a line to, in the draft. */
interface GivenName extends Span {
  readonly name: string;
  readonly isWork: boolean;
}

/** Fewer letters are anybody's. */
const SHORTEST = 6;
const LONGEST_LEAD = 60;
const LONGEST_TAIL = 40;

const SAYS =
  '说|曰|云|道|写道|写到|讲道|讲|言|唱道|吟道|指出|强调|提出|主张|认为|告诫|教导|感叹|感慨|慨叹|记载|谈到|讲到|提到|名言|名句|诗句|诗|词|诗云|诗曰|词云|话|古训|格言|警句|教诲|论述|诗言|有言|所言|所说|所云|所讲|所写';
const BETWEEN =
  '先生|老先生|夫子|老人家|在|于|其|他的|所著|所作|所写|名篇|名作|名著|名文|著作|诗作|词作|一文|一诗|一词|一书|这首诗|诗|词|里|中|上|内|当中|的|就|曾|曾经|早就|早已|也|还|便|则|亦|又|都|更|常|有|过|这样|这么|一句|一段|那句|这句|句|段|所|是|千古|著名|脍炙人口|广为传诵|流传千古|流传至今|传世|经典|深情地?|挥笔|如此|等|之';
/** 在《岳阳楼记》中写道：“ after a name; nothing else may stand between name and line. */
const LEADS = new RegExp(
  `^(?:《[^》\\n]{1,24}》|（[^）\\n]{1,20}）|${BETWEEN})*?(?:${SAYS})(?:过|了|道|的|得好|得对|是|到|：|:|，|,|、|\\s)*$`,
);
/** 《岳阳楼记》中的“…”; 范仲淹的“…”. */
const HOLDS = /^(?:一文|一书|一诗|一词)?(?:中|里|中的|里的|的|有|有云|：|:|有句话|有句|云|曰)[，：:]?$/;
/** 龚自珍的“…”. */
const OWN_WORDS = /^(?:先生)?的$/;
const OPENING = /[“‘「『"《\s]+$/;

const PERIOD =
  '(?:[〔［\\[（(]?(?:先秦|春秋|战国|西汉|东汉|汉|三国|魏|晋|东晋|南朝|北朝|隋|唐|五代|北宋|南宋|宋|元|明|清)(?:代|朝|末|初)?[〕］\\])）]?[·.]?)?(?:(?:著名|伟大)?(?:的)?(?:大)?(?:诗人|词人|文学家|思想家|政治家|哲学家|教育家|史学家|军事家|理学家|书画家|画家|名臣|学者|圣人|皇帝))*';
/** ——范仲淹《岳阳楼记》; （《孟子·离娄上》）; ，这是范仲淹的名句; ，出自《岳阳楼记》. Its end is where a name stands. */
const SIGNED = new RegExp(
  `^[。，；！？]?[”’」』"]*[。，；！？]?\\s*(?:[—─-]{1,2}\\s*|[（(](?:语出|出自|见|语见)?|(?:这|这句话|此句|此语|语|句|典|此)?(?:是|为|出自|出于|源自|源于|语出|典出|见于|引自)(?:于)?)${PERIOD}(?=[^\\s])`,
);
/** What must follow an author for the line to be the author's. */
const OWNS =
  /^(?:先生)?(?:《|的(?:名言|名句|名篇|名作|名文|著作|诗|词|话|千古|著名|一句|传世|《)|在《|所|笔下|[）)。，；\n]|说|$)/;

/** The findings for a line: the wrong name, and whose it is. Silent where any name given is right for its kind. */
export function misattributedLine(
  { knowledge }: Pick<Snapshot, 'knowledge'>,
  { text }: Draft,
  line: SaidLine,
): Finding | undefined {
  if (line.length < SHORTEST) return undefined;
  const names = sayingNamesOf(knowledge);
  const right = new Set(line.entries.flatMap((entry) => names.namesOf(entry)));
  const given = [...namesBefore(text, line, names, right), ...namesAfter(text, line, names)];
  const wrong =
    given.find(({ name, isWork }) => !isWork && !right.has(name)) ??
    given.find(({ name, isWork }) => isWork && !right.has(name));
  if (!wrong) return undefined;
  if (given.some(({ name, isWork }) => isWork === wrong.isWork && right.has(name))) return undefined;
  const entry = line.entries[0]!;
  const { start, end, name, isWork } = wrong;
  const newText = isWork ? entry.work : entry.speaker;
  return {
    code: 'quote.mismatch',
    start,
    end,
    message: isWork
      ? l10n.t('“{0}” stands in {1}, not in {2}.', line.wording, originOf(entry), `《${name}》`)
      : l10n.t('“{0}” is from {1}, not by {2}.', line.wording, originOf(entry), name),
    related: [relatedSaying(entry)],
    fixes:
      newText === undefined
        ? []
        : [{ title: l10n.t('Write “{0}”', newText), edits: [{ start, end, newText }], preferred: false }],
  };
}

/** The names directly before a line that it is given to: the last author, and the work after the author. */
function namesBefore(text: string, { start }: Span, names: SayingNames, right: ReadonlySet<string>): GivenName[] {
  const from = Math.max(0, start - LONGEST_LEAD);
  const whole = text.slice(from, start);
  const sentence = whole.slice(Math.max(whole.lastIndexOf('\n'), whole.search(/[。！？；][^。！？；]*$/)) + 1);
  const lead = sentence.replace(OPENING, '');
  const offset = start - sentence.length;
  const found: GivenName[] = [];
  for (const match of lead.matchAll(/《([^《》]{1,24})》/g)) {
    const rest = lead.slice(match.index + match[0].length);
    const name = match[1]!;
    if (!names.works.has(name) || !(LEADS.test(rest) || HOLDS.test(rest))) continue;
    found.push({ start: offset + match.index + 1, end: offset + match.index + 1 + name.length, name, isWork: true });
  }
  const author = lastAuthor(lead, names);
  const rest = author ? lead.slice(author.end) : '';
  // 刘禹锡答白居易的“…”: who is written to is named last.
  const isRightNamed = [...right].some((name) => names.authors.has(name) && lead.includes(name));
  if (author && !isRightNamed && (LEADS.test(rest) || OWN_WORDS.test(rest)))
    found.push({ ...author, start: offset + author.start, end: offset + author.end });
  return found;
}

/** The names that sign a line or that it is said to be from. */
function namesAfter(text: string, { end }: Span, names: SayingNames): GivenName[] {
  const tail = text.slice(end, end + LONGEST_TAIL).split(/\n(?!\s*[—─])/, 1)[0]!;
  const signed = SIGNED.exec(tail);
  if (!signed) return [];
  const rest = tail.slice(signed[0].length);
  const offset = end + signed[0].length;
  const found: GivenName[] = [];
  for (let length = Math.min(6, rest.length); length >= 2; length--) {
    const name = rest.slice(0, length);
    if (!names.authors.has(name) || !OWNS.test(rest.slice(length))) continue;
    found.push({ start: offset, end: offset + length, name, isWork: false });
    break;
  }
  const work = /^[^《》。，；\n]{0,8}《([^《》\n]{1,24})》/.exec(rest);
  if (work && names.works.has(work[1]!)) {
    const at = offset + work[0].length - 1 - work[1]!.length;
    found.push({ start: at, end: at + work[1]!.length, name: work[1]!, isWork: true });
  }
  return found;
}

const LONGEST_NAME = 6;

/** The last name of an author in words that lead to a line. O(length × longest name). */
function lastAuthor(lead: string, { authors }: SayingNames): GivenName | undefined {
  for (let end = lead.length; end >= 2; end--) {
    for (let length = Math.min(LONGEST_NAME, end); length >= 2; length--) {
      const name = lead.slice(end - length, end);
      if (authors.has(name)) return { start: end - length, end, name, isWork: false };
    }
  }
  return undefined;
}
