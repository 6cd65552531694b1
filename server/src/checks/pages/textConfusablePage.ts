/** What the page of `text.confusable` says, and the examples it is held to. */

import { textConfusable } from '../text/textConfusable';
import type { CheckPage } from './checkPage';

export const textConfusablePage: CheckPage = {
  check: textConfusable,
  title: { zh: '易混词误用', en: 'easily confused words' },
  meaning: {
    zh: [
      '公文编校时常见的混用，只报上下文足以断定的。每条规则都有依据，写在提示里：《现代汉语词典》、《第一批异形词整理表》、《简化字总表》、宪法和有关文件。稿件日期早于规范施行日期的不报。',
    ],
    en: [
      'Confusions that official editors watch for, only where the context leaves no doubt. Each rule has its authority, named in the message: the dictionary of modern Chinese, the table of variant words (GF 1001-2001), the table of simplified characters, the constitution and other documents. A draft dated before a rule came into force is not held to it.',
    ],
  },
  found: [
    { draft: '截止2025年底，主渠清了三十里。' },
    { draft: '建好管渠台帐。' },
    { draft: '我们必需坚持先清渠、后修路。' },
  ],
  notFound: [
    { draft: '报名截止2025年3月1日。\n截止到2025年底。', why: { zh: '说法通行，不算错', en: 'in use' } },
    { draft: '研究制订方案。\n其它渠段。', why: { zh: '两可的不报', en: 'both are right' } },
    { draft: '群众反应很快。\n青纱帐里清渠。', why: { zh: '本来就对', en: 'right as they are' } },
  ],
  covers: {
    zh: '截止／截至，制定／制订，权力／权利，必须／必需，账／帐，成分／成份，图像／图象，录像／录象，好像／好象，法治／法制（政府、社会、国家），启事／启示，反映／反应，以及“再接再励”“布署”一类错字。',
    en: '截止/截至, 制定/制订, 权力/权利, 必须/必需, 账/帐, 成分/成份, 图像/图象, 录像/录象, 好像/好象, 法治/法制 (政府, 社会, 国家), 启事/启示, 反映/反应, and misspelt words such as 再接再励 and 布署.',
  },
  silentWhen: {
    zh: ['在《标题》和较长的引文里，保留原文写法。'],
    en: ['In 《titles》 and longer quotations, which keep their spelling.'],
  },
};
