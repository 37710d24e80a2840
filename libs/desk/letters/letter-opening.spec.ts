import { describe, expect, it } from '@jest/globals';
import type { Moderated } from '#domain/moderation/visibility.js';
import { type Answered, openingOf } from './letter-opening.js';

const shown: Moderated = { visibility: 'public', state: 'visible' };
const answered: Answered = {
  reference: 'BJ-7F3K-92QD',
  title: 'No water',
  language: 'en',
  citizenName: 'Li Na',
  messages: [shown],
};

describe('how a new letter begins', () => {
  it('names the citizen and the question', () => {
    expect(openingOf(answered)).toEqual({ title: 'Re: No water', salutation: 'Dear Li Na,' });
  });

  it.each(['zh', 'zh-CN', 'zh-Hant-HK'])('speaks Chinese in a conversation in %s', (language) => {
    const chinese = { ...answered, language, title: '停水', citizenName: '李娜' };
    expect(openingOf(chinese)).toEqual({ title: '关于“停水”的答复', salutation: '尊敬的李娜：' });
  });

  it.each(['pseudonym', 'department'] as const)('names nobody who once wrote as %s', (visibility) => {
    const { salutation } = openingOf({ ...answered, messages: [shown, { ...shown, visibility }] });
    expect(salutation).toBe('Dear resident,');
  });

  it.each(['screening', 'held', 'hidden', 'redacted', 'rejected'] as const)(
    'names nobody of whom a message is %s',
    (state) => {
      const { salutation } = openingOf({ ...answered, messages: [shown, { ...shown, state }] });
      expect(salutation).toBe('Dear resident,');
    },
  );

  it.each<Moderated>([
    { visibility: 'department', state: 'visible' },
    { visibility: 'public', state: 'held' },
    { visibility: 'public', state: 'hidden' },
  ])('quotes no title that the public cannot read: %j', (opening) => {
    expect(openingOf({ ...answered, messages: [opening, shown] }).title).toBe('Re: BJ-7F3K-92QD');
    expect(openingOf({ ...answered, language: 'zh', messages: [opening] }).title).toBe('关于BJ-7F3K-92QD的答复');
  });

  it('cuts a long title between characters', () => {
    const { title } = openingOf({ ...answered, title: `${'a'.repeat(189)}${'😀'.repeat(5)}` });
    expect(title.length).toBeLessThanOrEqual(200);
    expect(title.isWellFormed()).toBe(true);
    expect(title.endsWith('…')).toBe(true);
  });
});
