import { describe, expect, it } from '@jest/globals';
import type { CannedReplyView } from '#contracts/canned-replies.http.js';
import { cannedFor } from './canned-search.js';

const reply = (title: string, fields: Partial<CannedReplyView> = {}): CannedReplyView => ({
  id: crypto.randomUUID(),
  version: 1,
  department: null,
  title,
  shortcut: null,
  language: 'en',
  body: 'Dear citizen',
  usedCount: 0,
  usedAt: null,
  editedByName: 'Li',
  editedAt: '2026-11-23T08:00:00.000Z',
  mayEdit: true,
  ...fields,
});
const ROAD = reply('Holes in the street', { shortcut: 'road', usedCount: 9 });
const ROADSIDE = reply('Trees', { shortcut: 'roadside' });
const TITLE = reply('Road works');
const BODY = reply('Patience', { body: 'The road is being mended. 物业已收到。' });
const ALL = [BODY, TITLE, ROADSIDE, ROAD];
const titles = (query: string) => cannedFor(query, ALL).map(({ title }) => title);

describe('finding a canned reply', () => {
  it('prefers its shortcut, then the beginning of one, then the title, then the text', () => {
    expect(titles('/road')).toEqual(['Holes in the street', 'Trees', 'Road works', 'Patience']);
  });

  it('finds Chinese and full-width words, and all of several words', () => {
    expect(titles('物业')).toEqual(['Patience']);
    expect(titles('ＲＯＡＤ　mended')).toEqual(['Patience']);
    expect(titles('road nothing')).toEqual([]);
  });

  it('shows all, what is used most first, as long as nothing is asked', () => {
    expect(titles('')[0]).toBe('Holes in the street');
    expect(titles(' / ')).toHaveLength(4);
  });
});
