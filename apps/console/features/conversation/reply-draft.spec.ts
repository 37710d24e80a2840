import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { forgetSaved } from '../../lib/storage.js';
import { keepReply, landingOf, newReply, recallReply } from './reply-draft.js';

describe('landingOf', () => {
  const reply = { ...newReply(), body: 'We come on Monday.' };

  it('knows a reply that went out although no answer came back', () => {
    expect(landingOf(reply, [{ id: reply.replyId, body: 'We come on\nMonday. ' }])).toBe('sent');
  });

  it('knows that it was an earlier text that went out', () => {
    expect(landingOf(reply, [{ id: reply.replyId, body: 'We come on Sunday.' }])).toBe('earlier-text-sent');
  });

  it('takes no other reply for this one', () => {
    expect(landingOf(reply, [{ id: newReply().replyId, body: reply.body }])).toBe('not-sent');
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

  it("is after signing out only what the desk has not, and what is a colleague's", () => {
    keepReply(here, { ...reply, isSaved: true });
    keepReply(unsaved, { ...reply, isSaved: false });
    keepReply(colleagues, { ...reply, isSaved: true });
    forgetSaved('ana');
    expect(recallReply(here)).toBeNull();
    expect(recallReply(unsaved)).toMatchObject({ body: 'We come on Monday.' });
    expect(recallReply(colleagues)).not.toBeNull();
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
