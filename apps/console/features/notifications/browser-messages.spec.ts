import { describe, expect, it } from '@jest/globals';
import type { NotificationView } from '#contracts/notifications.http.js';
import { USUAL_WAYS } from '#domain/notifications/notification-kinds.js';
import { toBeSaid } from './browser-messages.js';

const line = (minute: number, fields: Partial<NotificationView> = {}): NotificationView => ({
  id: `0199a000-0000-7000-8000-0000000000${minute}`,
  kind: 'mentioned',
  kinds: ['mentioned'],
  count: 1,
  at: `2026-11-23T08:${minute}:00.000Z`,
  readAt: null,
  actorName: null,
  conversation: null,
  bulkId: null,
  ...fields,
});
const until = '2026-11-23T08:20:00.000Z';

describe('what a browser still has to say', () => {
  it('is what came since it last spoke, oldest first', () => {
    const said = toBeSaid([line(40), line(30), line(20), line(10)], { kinds: USUAL_WAYS, until });
    expect(said.map(({ at }) => at)).toEqual([line(30).at, line(40).at]);
  });

  it('is nothing that was read, or that the officer does not want to be told by it', () => {
    const lines = [line(40, { readAt: until }), line(30, { kind: 'taken' })];
    expect(toBeSaid(lines, { kinds: USUAL_WAYS, until })).toEqual([]);
    const kinds = { ...USUAL_WAYS, mentioned: { inApp: false, browser: true, mail: true } };
    expect(toBeSaid([line(40)], { kinds, until })).toEqual([]);
  });
});
