/** A phrase she adds to her own knowledge is written with the source her documents have for it. */
import assert from 'node:assert/strict';
import { parse } from 'yaml';
import { parseDraft } from '../../../server/src/draft/parseDraft';
import { type NewEntryParams, newEntry } from '../../../server/src/features/newEntry';
import { loadKnowledge } from '../../../server/src/knowledge/load';
import { snapshotOf } from './snapshotOf';

const snapshot = snapshotOf({
  documents: { '/a.md': '擦亮“云岭智谷”品牌。', '/b.md': '“云岭智谷”建设方案。', '/c.md': '云岭智谷，谁都知道。' },
  infos: {
    '/a.md': { title: '讲话', date: '2025-03-20' },
    '/b.md': { title: '方案', date: '2023-03-19', issuer: '市政府' },
  },
  knowledge: { 'terms.yaml': '- id: own.4\n  term: 一站办\n  definition: 一处办完。' },
});
const draft = parseDraft('file:///d.md', '# 在推进会上的讲话\n\n建设云岭智谷，推行“链长包抓”。');

function added(params: Partial<NewEntryParams>) {
  return newEntry(snapshot, draft, {
    kind: 'terms',
    text: '云岭智谷',
    definition: '园区名。',
    today: '2026-11-27',
    ...params,
  });
}

describe('adding a phrase to her own knowledge', () => {
  it('cites the earliest dated document that has it', () => {
    const entry = added({});
    assert.ok('yaml' in entry);
    assert.deepEqual(parse(entry.yaml), [
      {
        id: 'own.5',
        term: '云岭智谷',
        definition: '园区名。',
        sources: [{ title: '方案', issuer: '市政府', date: '2023-03-19' }],
        verified: '2026-11-27',
      },
    ]);
    assert.equal(entry.sourced, true);
  });

  it('cites the draft where no document has it, and says so', () => {
    const entry = added({ kind: 'formulations', text: ' 链长包抓 ' });
    assert.ok('yaml' in entry);
    const [{ text, sources, definition }] = parse(entry.yaml);
    assert.equal(text, '链长包抓');
    assert.equal(definition, undefined);
    assert.equal(sources[0].title, '在推进会上的讲话');
    assert.equal(entry.sourced, false);
  });

  it('writes what loads again, whatever the phrase holds', () => {
    for (const text of ['a: b', '- 甲', '“甲”：#乙', "'甲", '*甲', '2026-01-01', 'null']) {
      const entry = added({ text, definition: '第一行\n第二行: "引号"' });
      assert.ok('yaml' in entry, text);
      const file = { path: '/terms.yaml', kind: 'terms' as const, text: entry.yaml, builtIn: false };
      const { value, problems } = loadKnowledge([file]);
      assert.deepEqual(problems, []);
      assert.equal(value.terms[0]!.term, text);
    }
  });

  it('names the entry that has it already', () => {
    const entry = added({ text: '一站办' });
    assert.ok('known' in entry);
    assert.equal(entry.known.path, '/seeds/terms.yaml');
  });

  it('refuses what is no phrase, and a term without meaning', () => {
    for (const text of ['', '。', '甲', '甲\n乙', '甲'.repeat(61)]) assert.ok('problem' in added({ text }), text);
    assert.ok('problem' in added({ definition: ' ' }));
  });
});
