/** Texts of any length that are hard on parsers: one mark repeated, marks never closed, one endless line. */

/** A family of texts: `at(n)` has about `n` UTF-16 code units. */
export interface AdversarialText {
  readonly name: string;
  at(length: number): string;
}

/** `piece` over and over, between `before` and `after`. */
function repeated(name: string, piece: string, before = '', after = ''): AdversarialText {
  return { name, at: (length) => before + piece.repeat(Math.ceil(length / piece.length)) + after };
}

/** Half of the text `left` over and over, then `right`. */
function halves(name: string, left: string, right: string): AdversarialText {
  return {
    name,
    at: (length) =>
      left.repeat(Math.ceil(length / 2 / left.length)) + right.repeat(Math.ceil(length / 2 / right.length)),
  };
}

const clause = '推动科技创新和产业创新深度融合';

export const adversarialTexts: readonly AdversarialText[] = [
  repeated('numbers of headings', '一、'),
  repeated('numbered headings, one a line', '一、总体要求\n'),
  repeated('headings of growing depth', '一、甲乙\n（一）丙丁\n1.戊己\n（1）庚辛\n'),
  repeated('Markdown headings', '# 标题\n## 小标题\n'),
  repeated('Markdown headings of one line', '# '),
  repeated('opening quotes', '“'),
  halves('quotes of different pairs', '“', '」'),
  halves('opening quotes before straight ones', '“', '"'),
  halves('quotes closed one by one', '“甲', '乙”'),
  repeated('straight quotes', '"甲"'),
  repeated('opening titles', '《'),
  halves('titles inside titles', '《甲', '》'),
  repeated('short titles', '《甲》'),
  repeated('opening brackets', '（'),
  halves('brackets', '(甲', ')'),
  repeated('comments not closed', '<!--'),
  repeated('comments on one line', '<!-- zhibi-ignore -->甲'),
  repeated('comments, one a line', '<!-- zhibi-ignore target.outdated -->\n到2020年进入创新型国家行列。\n'),
  repeated(
    'outdated targets on one line among comments',
    '<!-- zhibi-ignore text.punctuation -->到2020年进入创新型国家行列。',
  ),
  repeated('ends of comments', '-->'),
  repeated('front matter not closed', '---\na: b\n'),
  repeated('fences', '```\n~~~\n'),
  repeated('tables', '|甲|乙|\n'),
  repeated('bars', '|'),
  repeated('block quotes', '> 甲\n'),
  repeated('block quote marks', '>'),
  repeated('digits', '9'),
  repeated('digits with points', '1.'),
  repeated('digits with commas', '1,'),
  repeated('Han digits', '二'),
  repeated('Han tens', '十'),
  repeated('deadlines without a mark', '到2020年'),
  repeated('deadlines in one sentence', '到2020年进入创新型国家行列，'),
  repeated('deadlines in one sentence told under a heading', '到2020年进入创新型国家行列，', '一、2019年工作回顾\n'),
  repeated('deadlines before 前 in one clause', '2020年底前'),
  repeated('targets, one a sentence', '力争到2020年研发经费投入强度达到2.8%。'),
  repeated('targets, one a line', '力争到2020年研发经费投入强度达到2.8%\n'),
  repeated('ranges of years', '2016—2020年'),
  repeated('plans', '“十三五”'),
  repeated('plenums', '党的二十大和二十届二中全会精神'),
  repeated('plenums in sentences', '学习党的二十大和二十届二中、三中全会精神，'),
  repeated('names of plans in one sentence', '落实《中华人民共和国国民经济和社会发展第十三个五年规划纲要》、'),
  repeated('bodies in one sentence', '银保监会、环境保护部、'),
  repeated('members of a set', '创新、协调、绿色、开放、共享、'),
  repeated('members in a wrong order', '协调、创新、绿色、开放、共享，'),
  repeated('members with the name of the set', '新发展理念是创新、协调、绿色、开放。'),
  repeated('speakers', '习近平总书记强调，“'),
  repeated('quotations', '习近平总书记指出：“绿水青山就是金山银山，要坚定不移走生态优先的道路。”'),
  repeated('quotations in one sentence', '习近平总书记指出，“绿水青山就是金山银山”，'),
  halves('a quotation that is one long text', `习近平总书记强调：“${clause}，`, '绿水青山就是金山银山，'),
  repeated('counts in one sentence', '全市共有高新技术企业1260家，'),
  repeated('counts, one a line', '全市共有高新技术企业1260家。\n'),
  repeated('slips in standard wordings', '构建人类命运共同提。'),
  repeated('characters changed about in standard wordings', '人类运命共同体，'),
  repeated('incomplete sets in one paragraph', '新发展理念是创新、协调、绿色、开放。'),
  repeated('numbers of documents', '《关于推进改革的通知》（国发〔2019〕4号）'),
  repeated('swapped clauses of a quotation', '习近平总书记强调，“就是金山银山，绿水青山”。'),
  repeated('words of the sources', clause),
  repeated('words of the sources in sentences', `${clause}。`),
  repeated('commas', '，'),
  repeated('half-width commas', ','),
  repeated('full stops', '。'),
  repeated('pauses', '、'),
  repeated('spaces', ' '),
  repeated('wide spaces', '　'),
  repeated('spaces between characters', '科 技 '),
  repeated('spaces between digits', '2 0 '),
  repeated('line breaks', '\n'),
  repeated('carriage returns', '\r'),
  repeated('blank lines with spaces', '  \n'),
  repeated('short lines', '科技\n'),
  repeated('lines broken within sentences', '推动科技创新和产业\n创新深度融合，\n'),
  repeated('one character', '科'),
  repeated('one word', '科技创新'),
  repeated('Latin letters', 'a'),
  repeated('stars', '*'),
  repeated('underscores', '_'),
  repeated('brackets of links', '['),
  repeated('links', '[甲](乙)'),
  repeated('links not closed', '[甲]('),
  repeated('tags', '<p>'),
  repeated('angle brackets', '<'),
  repeated('entities', '&nbsp;'),
  repeated('ampersands', '&'),
  repeated('page numbers', '第1页\n'),
  repeated('page marks', '- 1 -\n'),
  repeated('lone surrogates', '\ud840'),
  repeated('characters beyond the basic plane', '𠮷'),
  repeated('null characters', '\u0000'),
  repeated('byte order marks', '\ufeff'),
  repeated('invisible characters', '\u200b'),
  repeated('words of intention', '将要力争'),
  repeated('words that set', '提出要求'),
  repeated('ordinals', '一是甲；二是乙；'),
  repeated('colons', '：'),
  repeated('dashes', '——'),
  repeated('ellipses', '…'),
];
