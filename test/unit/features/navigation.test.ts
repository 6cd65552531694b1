/** From a phrase to where it is defined and used; the outline; symbols; search. */
import assert from 'node:assert/strict';
import { parseDraft } from '../../../server/src/draft/parseDraft';
import { findDefinitions, findReferences } from '../../../server/src/features/definition';
import { documentSymbols, foldingRanges, type SectionSymbol } from '../../../server/src/features/documentSymbols';
import { passageSources } from '../../../server/src/features/passageSources';
import { workspaceSymbols } from '../../../server/src/features/workspaceSymbols';
import { markedText } from '../../support/markedText';
import { snapshotOf } from './snapshotOf';

const snapshot = snapshotOf({
  documents: {
    '/2024.md': '第一段。\n要推动科技创新和产业创新深度融合。发展新质生产力。',
    '/2025.md': '同志们：\n持续推动科技创新和产业创新深度融合，抓好落实。',
    '/sample.md': '要推动科技创新和产业创新深度融合。',
  },
  infos: {
    '/2024.md': { title: '讲话甲', date: '2024-03' },
    '/2025.md': { title: '讲话乙', date: '2025-03' },
    '/sample.md': { title: '示范', kind: 'sample' },
  },
  knowledge: {
    'terms.yaml': `
- id: reform
  term: 揭榜挂帅
  aliases: [揭榜制]
  definition: 谁有本事谁来干。
- id: new-forces
  term: 新质生产力
  definition: 以创新为主导的先进生产力。`,
    'references.yaml': `
- id: plan
  name: 国家创新驱动发展战略纲要
  kind: document
  date: "2016-05"`,
  },
});

const at = (marked: string) => {
  const { text, cursor } = markedText(marked);
  return { draft: parseDraft('', text), text, cursor };
};
const place = ({ path, start }: { path: string; start: { line: number; character: number } }) =>
  `${path}:${start.line + 1}:${start.character + 1}`;

describe('go to definition', () => {
  const definitions = (marked: string) => {
    const { draft, text, cursor } = at(marked);
    const found = findDefinitions(snapshot, draft, cursor);
    return found && { words: text.slice(found.origin.start, found.origin.end), places: found.locations.map(place) };
  };

  it('leads from a term to its entry, then to where it is used', () => {
    assert.deepEqual(definitions('培育新质‸生产力'), {
      words: '新质生产力',
      places: ['/seeds/terms.yaml:7:1', '/2024.md:2:20'],
    });
  });

  it('leads from any phrase of a sentence without a source to the documents that hold it, the newest first', () => {
    assert.deepEqual(definitions('我们推动科技创新和产业‸创新深度融合，也要让县里的小厂跟得上、用得起、留得住人'), {
      words: '推动科技创新和产业创新深度融合',
      places: ['/2025.md:2:3', '/2024.md:2:2'],
    });
  });

  it('leads nowhere where nothing is known', () => {
    assert.equal(definitions('今天天‸气很好'), undefined);
    assert.equal(definitions('<!-- 新质‸生产力 -->'), undefined);
    assert.equal(definitions('‸'), undefined);
  });
});

describe('find references', () => {
  it('lists every passage of the sources, by document, examples left out', () => {
    const { draft, cursor } = at('推动科技创新和产业‸创新深度融合');
    assert.deepEqual(findReferences(snapshot, draft, cursor).map(place), ['/2024.md:2:2', '/2025.md:2:3']);
  });

  it('lists nothing where nothing is known', () => {
    const { draft, cursor } = at('今天天‸气很好');
    assert.deepEqual(findReferences(snapshot, draft, cursor), []);
  });
});

describe('the outline', () => {
  const text = [
    '# 在全市会议上的讲话',
    '',
    '同志们：',
    '一、肯定成绩',
    '（一）创新有力度。创新成果丰硕。',
    '（二）改革有深度。改革举措扎实。',
    '1.放权',
    '做法。',
    '二、下步工作',
    '抓落实。',
    '',
  ].join('\n');

  /** Indented names, each with its lines. */
  function outline(symbols: readonly SectionSymbol[], indent = ''): string[] {
    const line = (offset: number) => text.slice(0, offset).split('\n').length;
    return symbols.flatMap((symbol) => [
      `${indent}${symbol.name} ${line(symbol.start)}–${line(symbol.end)}`,
      ...outline(symbol.children, `${indent}  `),
    ]);
  }

  it('nests sections under the headings of official documents', () => {
    assert.deepEqual(outline(documentSymbols(parseDraft('', text))), [
      '在全市会议上的讲话 1–10',
      '  一、肯定成绩 4–8',
      '    （一）创新有力度 5–5',
      '    （二）改革有深度 6–8',
      '      1.放权 7–8',
      '  二、下步工作 9–10',
    ]);
  });

  it('is empty for a draft without headings', () => {
    assert.deepEqual(documentSymbols(parseDraft('', '正文。')), []);
    assert.deepEqual(documentSymbols(parseDraft('', '')), []);
  });

  it('folds sections, front matter, comments and code', () => {
    const draft = parseDraft('', '---\ndate: 2026\n---\n一、甲\n正文\n<!-- 备\n注 -->\n```\n码\n```\n二、乙');
    const folds = foldingRanges(draft).map(({ startLine, endLine, kind }) =>
      `${startLine}–${endLine} ${kind ?? ''}`.trim(),
    );
    assert.deepEqual(folds.sort(), ['0–2', '3–9', '5–6 comment', '7–9']);
  });
});

describe('workspace symbols', () => {
  const names = (query: string) => workspaceSymbols(snapshot, query).map(({ name }) => name);

  it('are found by wording, alias, a part, and pinyin initials', () => {
    assert.equal(names('新质生产力')[0], '新质生产力');
    assert.equal(names('揭榜制')[0], '揭榜挂帅');
    assert.equal(names('生产力')[0], '新质生产力');
    assert.equal(names('xzscl')[0], '新质生产力');
    assert.equal(names('战略纲要')[0], '国家创新驱动发展战略纲要');
  });

  it('are all for an empty query', () => {
    assert.equal(names('  ').length, 3);
  });

  it('are none for what is nowhere near', () => {
    assert.deepEqual(names('天气预报'), []);
  });

  it('are documents and passages of the sources too, after the entries', () => {
    const found = workspaceSymbols(snapshot, '产业创新深度融合').map(({ name, kind, container }) => [
      kind,
      name,
      container,
    ]);
    assert.deepEqual(found, [
      ['passage', '持续推动科技创新和产业创新深度融合，抓好落实。', '讲话乙'],
      ['passage', '要推动科技创新和产业创新深度融合。', '讲话甲'],
    ]);
    assert.deepEqual(names('产业'), []);
  });

  it('lead to the line of their entry', () => {
    assert.equal(place(workspaceSymbols(snapshot, '揭榜挂帅')[0]!.location), '/seeds/terms.yaml:1:1');
  });
});

describe('where the words at a place come from', () => {
  it('are the passages nearest to the sentence', () => {
    const { draft, cursor } = at('我们要持续推动科技创新和产业‸创新深度融合，抓紧落实。');
    const [first] = passageSources(snapshot, draft, cursor);
    assert.equal(first?.document.title, '讲话乙');
  });

  it('is nowhere outside prose', () => {
    const { draft, cursor } = at('<!-- 科技创新和产业‸创新深度融合 -->');
    assert.deepEqual(passageSources(snapshot, draft, cursor), []);
  });
});
