/** Skeletons follow the level and the audience of a draft. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import {
  type DraftLevel,
  draftLevels,
  fitSkeleton,
  readDraftLevel,
  salutations,
} from '../../server/src/knowledge/skeletonFit';
import { loadSkeletons } from '../../server/src/knowledge/skeletons';

const path = 'snippets/gongwen.code-snippets';
const { value: skeletons, problems } = loadSkeletons(path, readFileSync(path, 'utf8'));
const levels = Object.keys(draftLevels) as DraftLevel[];
/** Stops in snippet syntax. */
const choice = (number: number, ...words: string[]) => `\${${number}|${words.join(',')}|}`;
const preset = (number: number, words: string) => `\${${number}:${words}}`;
const STOP = /\$\{(\d+)(?:\|[^|{}$]*\||:[^{}$|]*)\}|\$(\d+)/g;

describe('the salutation', () => {
  const first: readonly (readonly [audience: string, salutation: string])[] = [
    ['全市领导干部', '同志们'],
    ['人大代表', '各位代表'],
    ['市人大代表、政协委员', '各位代表，各位委员'],
    ['政协委员和机关干部', '各位委员，同志们'],
    ['民营企业家', '各位企业家'],
    ['企业负责人、专家学者和市直部门干部', '各位企业家，各位专家，同志们'],
    ['来宾', '尊敬的各位来宾，女士们、先生们，朋友们'],
    ['海外客商、专家', '尊敬的各位来宾，各位专家，女士们、先生们，朋友们'],
    ['全校师生', '老师们、同学们'],
    ['老师和学生', '老师们、同学们'],
    ['教师', '老师们'],
    ['毕业班学生', '同学们'],
    ['离退休老干部', '各位老领导、老同志，同志们'],
    ['村民', '乡亲们'],
    ['干部群众', '同志们'],
    ['职工代表', '各位代表'],
    ['一线职工', '同志们'],
  ];
  for (const [audience, salutation] of first) {
    it(`before ${audience} is ${salutation}`, () => assert.equal(salutations(audience)[0], salutation));
  }

  it('of an audience not known stays what the occasion has', () => {
    for (const audience of ['', '委员会', 'the council', '全体']) assert.deepEqual(salutations(audience), []);
    const body = `${choice(1, '同志们', '各位代表')}：`;
    assert.equal(fitSkeleton({ body, stops: { 1: 'salutation' } }, { audience: '' }), body);
  });

  it('keeps those of the occasion in reach', () => {
    const body = choice(1, '同志们', '各位代表');
    const fitted = fitSkeleton({ body, stops: { 1: 'salutation' } }, { audience: '人大代表' });
    assert.equal(fitted, choice(1, '各位代表', '各位代表，同志们', '同志们'));
  });
});

describe('the level', () => {
  it('is read from a front matter as she may write it', () => {
    for (const level of levels) {
      assert.equal(readDraftLevel(level), level);
      assert.equal(readDraftLevel(` ${draftLevels[level]} `), level);
    }
    assert.equal(readDraftLevel('市'), 'municipal');
    assert.equal(readDraftLevel('Provincial'), 'provincial');
    for (const other of [undefined, '', '村']) assert.equal(readDraftLevel(other), undefined);
  });

  it('chooses area and bodies', () => {
    const skeleton = {
      body: `在${choice(1, '全市', '全省')}会议上，我代表${preset(2, '市委、市政府')}，为${preset(3, '目标')}。`,
      stops: { 1: 'area', 2: 'leadership', 3: 'goal' },
    };
    const at = (level: DraftLevel) => fitSkeleton(skeleton, { level, audience: '' });
    assert.match(at('central'), /^在\$\{1:全国\}会议上，我代表\$\{2\|党中央、国务院,/);
    assert.match(at('provincial'), /^在\$\{1\|全省,全区,全市\|\}会议上，我代表\$\{2\|省委、省政府,/);
    assert.match(at('county'), /^在\$\{1\|全县,.*县委、县政府,/);
    assert.match(at('township'), /^在\$\{1\|全镇,.*镇党委、镇政府,/);
    assert.match(at('unit'), /^在\$\{1\|全局,.*局党组,/);
  });
});

describe('each skeleton', () => {
  it('is read without a problem', () => {
    assert.deepEqual(problems, []);
    assert.ok(skeletons.length > 15);
  });

  for (const { name, body, stops = {} } of skeletons) {
    it(`${name} has stops that are numbered on, and fields at those it names`, () => {
      const numbers = [...body.matchAll(/\$\{(\d+)/g)].map(([, number]) => Number(number));
      assert.deepEqual(
        [...new Set(numbers)].sort((a, b) => a - b),
        numbers.map((_, i) => i + 1).slice(0, new Set(numbers).size),
      );
      for (const number of Object.keys(stops)) assert.ok(numbers.includes(Number(number)), number);
      // What comes again has been there.
      for (const [, again] of body.matchAll(/\$(\d+)/g)) assert.ok(again === '0' || numbers.includes(Number(again)));
    });

    it(`${name} names no body of another level once the level is known`, () => {
      const others: Readonly<Record<DraftLevel, RegExp>> = {
        central: /全[省市县镇局]|(?<!\p{Script=Han})[省市县镇]委|[省市县镇]人民政府|局党组/u,
        provincial: /全国|全[县镇局]|县委|镇党委|国务院|局党组/u,
        municipal: /全国|全[省县镇局]|县委|镇党委|国务院|局党组|[省县]人民政府/u,
        county: /全国|全[省镇局]|省委|镇党委|国务院|局党组|省人民政府/u,
        township: /全国|全[省市县局]|省委|市委|国务院|局党组|[省市县]人民政府/u,
        unit: /全国(?!统)|全[省市县镇]|[省市县]委|镇党委|国务院|人民政府/u,
      };
      for (const level of levels) {
        const fitted = fitSkeleton({ body, stops }, { level, audience: '' });
        // The name of a document, and 全局 as a whole: no bodies.
        const said = fitted.replace(/政府工作报告|关系全局/g, '');
        assert.doesNotMatch(said, others[level], `${name}, ${level}`);
      }
    });
  }

  it('stays a snippet with the same stops, whatever the level and the audience', () => {
    const words = ['人大代表', '委员', '来宾', '企业家', '专家', '师生', '干部', '村民', ',|}', '$1', ''];
    fc.assert(
      fc.property(
        fc.constantFrom(...skeletons),
        fc.option(fc.constantFrom(...levels), { nil: undefined }),
        fc.array(fc.oneof(fc.constantFrom(...words), fc.string()), { maxLength: 4 }),
        (skeleton, level, audience) => {
          const fitted = fitSkeleton(skeleton, { ...(level && { level }), audience: audience.join('、') });
          const numbers = (text: string) => [...text.matchAll(STOP)].map(([, own, again]) => own ?? again);
          assert.deepEqual(numbers(fitted), numbers(skeleton.body));
          assert.doesNotMatch(fitted.replace(STOP, ''), /[$|{}]/);
        },
      ),
    );
  });
});
