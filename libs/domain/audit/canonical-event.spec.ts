import { describe, expect, it } from '@jest/globals';
import { canonicalEvent } from './canonical-event.js';

const EVENT = {
  ...{ id: '01900000-0000-7000-8000-000000000001', type: 'message.received', version: 1 },
  ...{ conversationId: '01900000-0000-7000-8000-000000000002', departmentId: null, letterId: null },
  ...{ actorKind: 'citizen', actorId: null, requestId: null, atMicros: '1795000000123456' },
};

describe('the canonical form of an event', () => {
  it('is these very bytes', () => {
    const payload = { z: [1, { b: '二', a: null }], n: 0.5, a: true };
    expect(canonicalEvent({ ...EVENT, payload })).toBe(
      '{"actorId":null,"actorKind":"citizen","atMicros":"1795000000123456",' +
        '"conversationId":"01900000-0000-7000-8000-000000000002","departmentId":null,' +
        '"id":"01900000-0000-7000-8000-000000000001","letterId":null,' +
        '"payload":{"a":true,"n":0.5,"z":[1,{"a":null,"b":"二"}]},"requestId":null,"type":"message.received","version":1}',
    );
  });

  it('does not depend on the order in which keys come', () => {
    const one = canonicalEvent({ ...EVENT, payload: { a: 1, bb: 2 } });
    expect(canonicalEvent({ payload: { bb: 2, a: 1 }, ...EVENT })).toBe(one);
  });
});
