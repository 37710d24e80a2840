import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { endOfDay } from '#domain/replies/holding.js';
import { forgetOfficer } from '../../lib/storage.js';
import { unsavedReplies } from './kept-replies.js';
import { keepNote, keepNoteEdit, newNote, unsavedNotes } from './note-draft.js';
import { keepReply, landingOf, newReply, recallReply } from './reply-draft.js';

describe('landingOf', () => {
  const reply = { ...newReply(), body: 'We come on Monday.' };
  const zone = 'Asia/Shanghai';
  const sent = { id: reply.replyId, replyKind: 'answer' as const, holding: null };

  it('knows a reply that went out although no answer came back', () => {
    expect(landingOf(reply, [{ ...sent, body: 'We come on\nMonday. ' }], zone)).toBe('sent');
  });

  it('knows that it was an earlier text that went out', () => {
    expect(landingOf(reply, [{ ...sent, body: 'We come on Sunday.' }], zone)).toBe('earlier-text-sent');
  });

  it('takes no other reply for this one', () => {
    expect(landingOf(reply, [{ ...sent, id: newReply().replyId, body: reply.body }], zone)).toBe('not-sent');
  });

  it('knows a holding reply by its kind, its day and its reason too', () => {
    const until = endOfDay('2027-01-05', zone)?.toISOString() ?? '';
    const landed = { ...sent, body: '', replyKind: 'holding' as const, holding: { until, reason: 'a part is late' } };
    const held = {
      ...reply,
      body: '',
      kind: 'holding' as const,
      holdingDate: '2027-01-05',
      holdingReason: 'a part is late ',
    };
    expect(landingOf(held, [landed], zone)).toBe('sent');
    for (const other of [{ holdingReason: 'it rains' }, { holdingDate: '2027-01-06' }, { kind: 'question' as const }])
      expect(landingOf({ ...held, ...other }, [landed], zone)).toBe('earlier-text-sent');
  });
});

describe('what this browser keeps', () => {
  const reply = { ...newReply(), body: 'We come on Monday.', version: 3 };
  const here = { officerId: 'ana', conversationId: 'one' };
  const unsaved = { officerId: 'ana', conversationId: 'two' };
  const colleagues = { officerId: 'bo', conversationId: 'one' };
  const before = Object.getOwnPropertyDescriptor(globalThis, 'localStorage');
  let kept: Record<string, string>;

  beforeEach(() => {
    kept = storageOf();
    Object.defineProperty(globalThis, 'localStorage', { value: kept, configurable: true });
  });
  afterEach(() => {
    if (before) Object.defineProperty(globalThis, 'localStorage', before);
    else Reflect.deleteProperty(globalThis, 'localStorage');
  });

  it('is no words that the desk has, only under which id they are sent', () => {
    keepReply(here, { ...reply, isSaved: true });
    expect(JSON.stringify(kept)).not.toContain('Monday');
    expect(recallReply(here)).toMatchObject({ replyId: reply.replyId, isSaved: true, body: '' });
  });

  it('is named where the desk has it not: that is asked about before signing out', () => {
    keepReply(here, { ...reply, isSaved: true });
    keepReply(unsaved, { ...reply, isSaved: false });
    keepReply(colleagues, { ...reply, isSaved: false });
    keepNote('ana', 'one', { ...newNote(), body: 'Asked the crew.' });
    keepNoteEdit({ officerId: 'ana', conversationId: 'two', noteId: 'n' }, { version: 1, body: 'Asked them again.' });
    expect(unsavedReplies('ana')).toEqual([{ kind: 'reply', at: '/conversations/two', text: reply.body }]);
    expect(unsavedNotes('ana').map(({ at, text }) => [at, text])).toEqual([
      ['/conversations/one', 'Asked the crew.'],
      ['/conversations/two', 'Asked them again.'],
    ]);
  });

  it("is after signing out only what is a colleague's", () => {
    keepReply(here, { ...reply, isSaved: true });
    keepReply(unsaved, { ...reply, isSaved: false });
    keepNote('ana', 'one', { ...newNote(), body: 'Asked the crew.' });
    keepReply(colleagues, { ...reply, isSaved: true });
    forgetOfficer('ana');
    expect(Object.keys(kept)).toEqual(['answerable:reply:bo:one']);
  });

  it('lasts as long as the page where the browser keeps nothing', () => {
    Object.defineProperty(globalThis, 'localStorage', { get: blocked, configurable: true });
    expect(keepReply(unsaved, { ...reply, isSaved: false })).toBe(false);
    expect(unsavedReplies('ana')).toHaveLength(1);
    forgetOfficer('ana');
    expect(recallReply(unsaved)).toBeNull();
  });
});

/** The keys are its own properties, as in a browser. */
function storageOf(): Record<string, string> {
  const items: Record<string, string> = {};
  const methods = {
    getItem: (key: string) => items[key] ?? null,
    setItem: (key: string, value: string) => {
      items[key] = value;
    },
    removeItem: (key: string) => {
      delete items[key];
    },
  };
  return Object.setPrototypeOf(items, methods);
}

function blocked(): never {
  throw new DOMException('blocked', 'SecurityError');
}
