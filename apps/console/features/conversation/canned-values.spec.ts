import { describe, expect, it } from '@jest/globals';
import type { ConversationView } from '#contracts/conversations.http.js';
import { hidesName, inserted, valuesIn } from './canned-values.js';

const conversation = (fields: object = {}) =>
  ({
    citizen: { name: 'Wang Fang' },
    reference: 'BJ-7F3K-92QD',
    title: null,
    department: { name: { en: 'Water Authority', zh: '水务局' }, timeZone: 'Asia/Shanghai' },
    answerDueAt: '2026-11-30T20:00:00.000Z',
    publicUrl: null,
    isReplyPublic: true,
    thread: [{ kind: 'message', visibility: 'public' }],
    ...fields,
  }) as ConversationView;
const valuesOf = (fields: object = {}, language: 'en' | 'zh' = 'en') =>
  valuesIn({
    conversation: conversation(fields),
    officerName: 'Li Na',
    language,
    now: new Date('2026-11-23T20:00:00Z'),
  });

describe('the variables of a canned reply', () => {
  it('are in its own language and in the zone of the department', () => {
    expect(valuesOf()).toMatchObject({
      'citizen.name': 'Wang Fang',
      'department.name': 'Water Authority',
      deadline: '1 December 2026 at 04:00',
      today: '24 November 2026',
    });
    expect(valuesOf({}, 'zh')).toMatchObject({ 'department.name': '水务局', today: '2026年11月24日' });
  });

  it('are empty where the conversation has nothing', () => {
    expect(valuesOf({ answerDueAt: null })).toMatchObject({
      deadline: '',
      'conversation.title': '',
      'public.page': '',
    });
  });

  it('never name in public who does not want to be named', () => {
    const thread = [
      { kind: 'message', visibility: 'pseudonym' },
      { kind: 'message', visibility: 'public' },
    ];
    expect(valuesOf({ thread })['citizen.name']).toBe('');
    expect(hidesName(conversation({ thread, isReplyPublic: false }))).toBe(false);
  });
});

describe('inserting a canned reply', () => {
  const values = valuesOf({ answerDueAt: null });

  it('replaces what is selected and ends behind the words', () => {
    const after = inserted('Hello !', { start: 6, end: 6 }, { body: '{citizen.name}', values });
    expect(after).toEqual({ text: 'Hello Wang Fang!', start: 15, end: 15 });
  });

  it('selects the first gap, so that it is typed over', () => {
    const after = inserted('xx', { start: 1, end: 2 }, { body: 'By {deadline}, {deadline}.', values });
    expect(after).toEqual({ text: 'xBy […], […].', start: 4, end: 7 });
  });
});
