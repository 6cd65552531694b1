/** What the page of `quote.unsourced` says, and the examples it is held to. */

import { quoteUnsourced } from '../quote/quoteUnsourced';
import type { CheckPage } from './checkPage';

export const quoteUnsourcedPage: CheckPage = {
  check: quoteUnsourced,
  title: { zh: '引文未查到出处', en: 'quotation without a source' },
  meaning: {
    zh: [
      '写明是谁说的一段较长引文（20 字以上，不计标点），在您的材料里没有相同或相近的原文。这只是提醒您核对：材料总不会齐全，查不到不等于引错了。没有自动修复。',
    ],
    en: [
      'A long quotation (20 characters or more, punctuation not counted) with a named speaker has no equal or similar passage in your documents. It is a reminder to look it up: a corpus is never complete, and a quotation that is not in it is not wrong for that. There is no fix.',
    ],
  },
  source: '我们把试验田交给合作社管，把课堂搬到地头，请老把式和大学生同台讲课，每月评一次手艺，年底按产量给奖励。',
  found: [{ draft: '市长李明远强调，“把试验田当成课堂，把课堂办成工厂，让每一项技术都先在本地站稳脚跟再走出去”。' }],
  notFound: [
    {
      draft: '市长李明远强调，“把试验田交给合作社管，把课堂搬到地头，请老把式和大学生同台讲课”。',
      why: { zh: '材料里有原文', en: 'a document has the words' },
    },
  ],
  silentWhen: {
    zh: [
      '材料里有原文，或有十分接近的原文（那时由 `quote.mismatch` 提示差别）。',
      '没有写明是谁说的，或不足 20 字；书名、提法、强调用的引号。',
      '引文里含有内置知识收录的讲话关键语句。',
      '工作区还没有任何材料。',
    ],
    en: [
      'A document has the words, or comes close (then `quote.mismatch` shows the difference).',
      'No speaker is named, or there are fewer than 20 characters; titles, formulations and emphasis in quotation marks.',
      'The words hold a key phrase that the built-in knowledge knows.',
      'The workspace has no source documents yet.',
    ],
  },
};
