import { createHash } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import type { LetterView } from '#contracts/letters.http.js';
import { canonicalLetter } from '#domain/letters/letter-text.js';
import { printedOf } from './printed-text.js';

const id = '0198a7b2-0000-7000-8000-000000000001';
const at = '2026-11-23T08:00:00Z';
const text = { title: 'Water', salutation: 'Dear resident,', body: 'On Monday.', officialId: id };
const name = { en: 'Li Wei', zh: '李伟' };
const title = { en: 'Director', zh: '局长' };

function submitted(language: 'en' | 'zh', shown = text): LetterView {
  const signed = { ...text, signatoryName: name[language], signatoryTitle: title[language] };
  const contentHash = createHash('sha256').update(canonicalLetter(signed)).digest('hex');
  return {
    id,
    reference: 'BJ-0000-0000',
    version: 2,
    status: 'in-review',
    department: { id, slug: 'water', name: { en: 'Water', zh: '水务' }, timeZone: 'UTC', answerWithinHours: null },
    conversation: { id, reference: 'BJ-0000-0000', title: null, citizenName: 'A', messages: [] },
    text: shown,
    signatory: { name, title },
    author: { id, name: 'A' },
    submission: { number: 1, contentHash, submittedBy: 'A', submittedAt: at, approvedBy: null, approvedAt: null },
    returned: null,
    publishedAt: null,
    publicUrl: null,
    may: { edit: true, submit: false, return: true, approve: true, publish: false },
  };
}

describe('printedOf', () => {
  it.each(['en', 'zh'] as const)('signs in the language that the fingerprint was made in: %s', async (language) => {
    const printed = await printedOf(submitted(language));
    expect(printed).toMatchObject({ isExact: true, text: { signatoryName: name[language] } });
  });

  it('notices that one character differs from what was submitted', async () => {
    const printed = await printedOf(submitted('en', { ...text, body: 'On Tuesday.' }));
    expect(printed.isExact).toBe(false);
  });

  it('cannot tell for a draft', async () => {
    expect((await printedOf({ ...submitted('en'), submission: null })).isExact).toBeNull();
  });
});
