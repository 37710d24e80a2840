import { describe, expect, it } from '@jest/globals';
import { MODERATION_STATES, VISIBILITIES } from '#domain/moderation/visibility.js';
import { frozenLetter, TamperedLetter } from './frozen-letter.js';
import type { ConversationRow, MessageRow, ReplyRow } from './publication.queries.js';
import { conversationView, headingOf, listedConversationView, publicMessageView } from './publication.view.js';

const at = (minute: number) => new Date(Date.UTC(2026, 4, 3, 2, minute));

/** As if the query had let everything through: the view has to hold by itself. */
const message = (part: Partial<MessageRow>): MessageRow => ({
  id: '1',
  citizenId: '2',
  authorName: 'Li Na',
  title: 'a title',
  body: 'some words',
  language: 'en',
  visibility: 'public',
  state: 'visible',
  postedAt: at(0),
  hiddenFor: null,
  ...part,
});

const conversation = (part: Partial<ConversationRow>): ConversationRow => ({
  id: '1',
  reference: 'BJ-7F3K-92QD',
  status: 'queued',
  survivor: null,
  openedAt: at(0),
  acknowledgedAt: null,
  answerDueAt: at(59),
  isUnsettled: false,
  firstAnsweredAt: null,
  openingTitle: 'a title',
  openingStart: 'some words',
  openingLanguage: 'en',
  openingVisibility: 'public',
  openingState: 'visible',
  slug: 'water',
  nameEn: 'Water',
  nameZh: '水务局',
  timeZone: 'Asia/Shanghai',
  ...part,
});

const reply: ReplyRow = {
  id: '9',
  kind: 'answer',
  body: 'an answer',
  holdingUntil: null,
  holdingReason: null,
  sentAt: at(10),
  corrections: null,
  isOvertaken: false,
  answersVisibility: 'public',
};
const privateReply: ReplyRow = { ...reply, id: '10', body: 'a private answer', answersVisibility: 'department' };
const view = (row: ConversationRow, messages: MessageRow[], replies: ReplyRow[]) =>
  conversationView(row, { messages, replies, letters: [], limit: 10 });

describe('what the public sees of a message', () => {
  const cells = VISIBILITIES.flatMap((visibility) => MODERATION_STATES.map((state) => ({ visibility, state })));

  it.each(cells)('$visibility, $state', ({ visibility, state }) => {
    const seen = publicMessageView(
      message({ visibility, state, hiddenFor: { en: 'it is abusive', zh: '含有辱骂攻击内容' } }),
    );
    const mayRead = (state === 'visible' || state === 'redacted') && visibility !== 'department';
    const mayKnow = mayRead || (state === 'hidden' && visibility !== 'department');
    expect(seen !== null).toBe(mayKnow);
    expect(JSON.stringify(seen).includes('some words')).toBe(mayRead);
    expect(JSON.stringify(seen).includes('a title')).toBe(mayRead);
    expect(JSON.stringify(seen).includes('Li Na')).toBe(mayRead && visibility === 'public');
  });

  it.each(cells)('lists a conversation only for an opening that can be read: $visibility, $state', (opening) => {
    const row = conversation({ openingVisibility: opening.visibility, openingState: opening.state });
    const isPublic = ['visible', 'redacted'].includes(opening.state) && opening.visibility !== 'department';
    expect(listedConversationView(row) !== null).toBe(isPublic);
    expect(view(row, [message({})], [reply]) !== null).toBe(isPublic);
  });
});

describe('what the public sees of a reply', () => {
  it('leaves out the answer to what was written for the department only', () => {
    const seen = view(conversation({ status: 'answered' }), [message({})], [reply, privateReply]);
    expect(JSON.stringify(seen)).toContain('an answer');
    expect(JSON.stringify(seen)).not.toContain('a private answer');
  });
});

describe('the status that the public reads', () => {
  it('waits with its promise until there is an answer', () => {
    const seen = view(conversation({ status: 'assigned' }), [message({})], []);
    expect([seen?.status, seen?.answerDueAt]).toEqual(['with-officer', at(59)]);
  });

  it('stays answered when something that nobody sees opened the conversation again', () => {
    const unseen = message({ id: '3', visibility: 'department', postedAt: at(20) });
    const seen = view(conversation({ status: 'queued' }), [message({}), unseen], [reply]);
    expect([seen?.status, seen?.answerDueAt]).toEqual(['answered', null]);
  });

  it('waits again when a citizen wrote after the answer for all to see', () => {
    const further = message({ id: '3', postedAt: at(20) });
    expect(view(conversation({ status: 'queued' }), [message({}), further], [reply])?.status).toBe('waiting');
  });

  const question: ReplyRow = { ...reply, kind: 'question', body: 'which street?' };
  const holding: ReplyRow = {
    ...reply,
    id: '11',
    kind: 'holding',
    body: '',
    holdingUntil: at(58),
    holdingReason: 'the part is late',
    sentAt: at(12),
  };

  it('waits for the citizen who was asked in public, without a promise, until they write', () => {
    const asked = view(conversation({ status: 'assigned', answerDueAt: null }), [message({})], [question]);
    expect([asked?.status, asked?.answerDueAt, asked?.holding]).toEqual(['awaiting', null, null]);
    const further = message({ id: '3', postedAt: at(20) });
    expect(view(conversation({ status: 'assigned' }), [message({}), further], [question])?.status).toBe('with-officer');
    expect(view(conversation({ status: 'closed' }), [message({})], [question])?.status).toBe('closed');
  });

  it('tells nothing of a question that was asked of the department’s eyes only', () => {
    const unseen = { ...question, answersVisibility: 'department' as const };
    expect(view(conversation({ status: 'assigned' }), [message({})], [unseen])?.status).toBe('with-officer');
  });

  it('says for what more time was taken while somebody waits, and not of what is private or answered since', () => {
    const row = conversation({ status: 'assigned' });
    const taken = { until: at(58), reason: 'the part is late' };
    expect(view(row, [message({})], [holding])).toMatchObject({ status: 'with-officer', holding: taken });
    expect(view(row, [message({})], [{ ...holding, answersVisibility: 'department' }])?.holding).toBeNull();
    expect(view(conversation({ status: 'answered' }), [message({})], [holding])?.holding).toBeNull();
    const further = message({ id: '3', postedAt: at(20) });
    const later = { ...reply, sentAt: at(15) };
    expect(view(row, [message({}), further], [holding, later])?.holding).toBeNull();
  });
});

describe('headingOf', () => {
  it('takes the start of the text where there is no title, by whole characters as people see them', () => {
    expect(headingOf(null, `${'👨‍👩‍👧'.repeat(71)}`)).toBe(`${'👨‍👩‍👧'.repeat(70)}…`);
    expect(headingOf('  ', 'one\n\n two')).toBe('one two');
    expect(headingOf(null, `${'word '.repeat(13)}hospitals`)).toBe(`${'word '.repeat(13).trim()}…`);
    expect(headingOf(null, '水'.repeat(71))).toBe(`${'水'.repeat(70)}…`);
  });
});

describe('a published letter', () => {
  it('is refused when its text is not the one whose hash was approved', () => {
    const row = { id: '1', canonical: '[]', contentHash: '0'.repeat(64) };
    expect(() => frozenLetter(row)).toThrow(TamperedLetter);
  });
});
