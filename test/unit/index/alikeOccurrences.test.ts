/** What is said after the same few characters where the surroundings are alike. */
import assert from 'node:assert/strict';
import { ALIKE_EMPHASES, ALIKE_ORDERS, AlikeSource } from '../../../server/src/index/alikeOccurrences';
import { corpusOf } from '../../support/corpus';

/** Other text, so that a pair of characters is rare. */
const others = Array.from({ length: 6000 }, (_, i) => String.fromCharCode(0x5000 + ((i * 31) % 6000))).join('');

const corpus = corpusOf({
  '/others.md': others,
  '/farms.md': '保护耕地，改良种子，大力推进水利建设。'.repeat(12),
  '/clinics.md': '培训乡村医生，改善门诊服务，大力推进医疗互助。'.repeat(12),
});
const source = new AlikeSource(corpus.parts.map(({ segment }) => ({ array: segment.suffixes, weight: 1 })));

function shares(context: string, order: number, after = ''): Record<string, number> {
  let list = source.occurrences(context)[ALIKE_ORDERS.indexOf(order as 1)]!;
  for (const unit of after) list = list.after(unit.charCodeAt(0));
  const level = list.level(0);
  if (!level) return {};
  return Object.fromEntries(
    Array.from(level.units.subarray(0, level.length), (unit, i) => [
      String.fromCharCode(unit),
      level.counts[i]! / level.total,
    ]),
  );
}

describe('occurrences in surroundings alike', () => {
  it('tell what follows where the same was spoken of', () => {
    assert.ok(shares('今年保护耕地和种子，推进', 2).水! > 0.6);
    assert.ok(shares('今年培训乡村医生，推进', 2).医! > 0.6);
  });

  it('count alike where nothing is shared', () => {
    const { 水: water, 医: medicine } = shares('进', 1);
    assert.ok(Math.abs(water! - medicine!) < 1e-9 && Math.abs(water! + medicine! - 1) < 1e-9);
  });

  it('go on with what is typed next', () => {
    assert.deepEqual(shares('推进', 2, '水利'), { 建: 1 });
    assert.deepEqual(shares('推进', 2, '水医'), {});
  });

  it('give the same whatever was asked before', () => {
    const context = '今年保护耕地和种子，推进';
    const first = shares(context, 2);
    shares('今年培训乡村医生，推进', 2);
    assert.deepEqual(shares(context, 2), first);
  });

  it('are none for a context that nothing holds or that is too short', () => {
    for (const context of ['', 'Ω', 'ΩΨ']) {
      for (const list of source.occurrences(context)) {
        for (let emphasis = 0; emphasis < ALIKE_EMPHASES; emphasis++) assert.equal(list.level(emphasis), undefined);
      }
    }
  });
});
