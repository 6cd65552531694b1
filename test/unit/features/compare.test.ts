/** What stayed, changed, went and came between two documents, whatever the order. */
import assert from 'node:assert/strict';
import { parseDraft } from '../../../server/src/draft/parseDraft';
import { compareDocuments } from '../../../server/src/features/compare';
import { snapshotOf } from './snapshotOf';

const { knowledge } = snapshotOf({
  knowledge: {
    'formulations.yaml': '- id: heart\n  text: 清渠先清心\n- id: plan\n  text: 一渠一策',
    'terms.yaml': '- id: keeper\n  term: 渠长制\n  definition: 一条渠由一人管。',
  },
});

function compare(a: string, b: string) {
  return compareDocuments(knowledge, parseDraft('/a.md', a), parseDraft('/b.md', b));
}

/** One line a sentence: `=` kept, `~` changed with its changes, `-` dropped, `+` new. */
function lines(a: string, b: string): string[] {
  return compare(a, b).sentences.map(({ kind, a: from, b: to, changes }) => {
    if (kind === 'dropped') return `- ${a.slice(from!.start, from!.end)}`;
    const text = b.slice(to!.start, to!.end);
    if (kind === 'changed') return `~ ${text} ${changes!.map((change) => `[${change.from}→${change.to}]`).join('')}`;
    return `${kind === 'kept' ? '=' : '+'} ${text}`;
  });
}

describe('compare', () => {
  it('tells kept, changed, dropped and new sentences apart', () => {
    assert.deepEqual(
      lines(
        '各村要把主渠清一遍。\n渠边的柳树由镇里统一栽种。会后散发了通知。',
        '各村要把主渠清一遍！\n渠边的柳树由县里统一栽种。灯杆明年再立。',
      ),
      ['= 各村要把主渠清一遍！', '~ 渠边的柳树由县里统一栽种。 [镇→县]', '- 会后散发了通知。', '+ 灯杆明年再立。'],
    );
  });

  it('finds a sentence again in another place', () => {
    const [first, second] = ['各村要把主渠清一遍。', '渠边的柳树由镇里统一栽种。'];
    assert.deepEqual(lines(`${first}\n${second}`, `${second}\n${first}`), [`= ${second}`, `= ${first}`]);
  });

  it('counts paragraphs', () => {
    const { paragraphs } = compare(
      '各村要把主渠清一遍。\n渠边种柳。路边铺砖。\n会后散发了通知。',
      '各村要把主渠清一遍。\n渠边种柳。桥头立碑。\n灯杆明年再立起来。',
    );
    assert.deepEqual(paragraphs, { kept: 1, changed: 1, dropped: 1, new: 1 });
  });

  it('counts each repeated sentence once', () => {
    assert.deepEqual(lines('谢谢大家。谢谢大家。', '谢谢大家。'), ['= 谢谢大家。', '- 谢谢大家。']);
  });

  it('says which formulations each document uses', () => {
    const { formulations } = compare('清渠先清心，渠长制要落地。', '渠长制要落地，要推行渠长制，做到一渠一策。');
    assert.deepEqual(
      formulations.map(({ text, kind, a, b }) => [text, kind, a, b]),
      [
        ['一渠一策', 'formulations', 0, 1],
        ['清渠先清心', 'formulations', 1, 0],
        ['渠长制', 'terms', 1, 2],
      ],
    );
  });

  it('takes empty documents', () => {
    assert.deepEqual(compare('', '').sentences, []);
    assert.deepEqual(lines('', '渠清了。'), ['+ 渠清了。']);
  });
});
