import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { joinedWork, keptWork, partWork, type Work, workAfterParting, workAfterSplit, workKept } from './work.js';

const day = (n: number) => new Date(Date.UTC(2026, 10, n));

const queued = (since: number, given: Partial<Work> = {}): Work => ({
  status: 'queued',
  officerId: null,
  waitingSince: day(since),
  askedAt: null,
  firstAnsweredAt: null,
  priority: 'normal',
  ...given,
});
const assigned = (since: number, officerId: string) => queued(since, { status: 'assigned', officerId });
const asked = (at: number, officerId: string) =>
  queued(1, { status: 'assigned', officerId, waitingSince: null, askedAt: day(at) });
const answered = (at: number, officerId = 'li') =>
  queued(1, { status: 'answered', officerId, waitingSince: null, firstAnsweredAt: day(at) });
const closed: Work = queued(1, { status: 'closed', waitingSince: null });

describe('the work of two conversations that become one', () => {
  const HELD: Record<string, Work> = {
    queued: queued(3),
    assigned: assigned(3, 'li'),
    answered: answered(2),
    closed,
  };
  const OTHER: Record<string, Work> = { ...HELD, assigned: assigned(3, 'wang') };
  /** The survivor's status and officer by its own and the other's. */
  const TABLE: Record<string, Record<string, [string, string | null]>> = {
    queued: {
      queued: ['queued', null],
      assigned: ['assigned', 'wang'],
      answered: ['queued', null],
      closed: ['queued', null],
    },
    assigned: {
      queued: ['assigned', 'li'],
      assigned: ['assigned', 'li'],
      answered: ['assigned', 'li'],
      closed: ['assigned', 'li'],
    },
    answered: {
      queued: ['queued', null],
      assigned: ['assigned', 'wang'],
      answered: ['answered', 'li'],
      closed: ['answered', 'li'],
    },
    closed: {
      queued: ['queued', null],
      assigned: ['assigned', 'wang'],
      answered: ['closed', null],
      closed: ['closed', null],
    },
  };
  const cells = Object.entries(TABLE).flatMap(([survivor, row]) =>
    Object.entries(row).map(([merged, [status, officerId]]) => ({ survivor, merged, status, officerId })),
  );

  it.each(cells)('$merged into $survivor is $status with $officerId', ({ survivor, merged, status, officerId }) => {
    expect(joinedWork(HELD[survivor] ?? closed, OTHER[merged] ?? closed)).toMatchObject({ status, officerId });
  });

  it('waits since the earlier of both', () => {
    const promised = { waitingSince: day(2) };
    expect(joinedWork(queued(5), queued(2))).toMatchObject(promised);
    expect(joinedWork(queued(2), queued(5))).toMatchObject(promised);
    expect(joinedWork(answered(1), queued(2))).toMatchObject(promised);
    expect(joinedWork(queued(2), answered(1))).toMatchObject(promised);
  });

  it('is as urgent as the more urgent of both', () => {
    expect(joinedWork(queued(1, { priority: 'low' }), queued(1, { priority: 'high' })).priority).toBe('high');
    expect(joinedWork(queued(1, { priority: 'urgent' }), closed).priority).toBe('urgent');
  });

  it('is kept word for word', () => {
    for (const work of [queued(1), assigned(2, 'li'), answered(3), closed]) {
      expect(workKept(JSON.parse(JSON.stringify(keptWork(work, day(4)))))).toEqual(work);
    }
  });
});

describe('what a part has to do once it is alone again', () => {
  const alone = (work: Work, endings: Parameters<typeof partWork>[0]['endings'] = [], messages: number[] = []) =>
    partWork({
      work,
      endings,
      messages: messages.map((at) => ({ postedAt: day(at), receivedAt: day(at) })),
    });
  const answer = (at: number, readUntil = at) => ({ at: day(at), readUntil: day(readUntil), kind: 'answer' }) as const;
  const close = (at: number) => ({ at: day(at), readUntil: day(at), kind: 'close' }) as const;

  it('is exactly what it was where nothing has happened', () => {
    for (const work of [queued(1), assigned(1, 'li'), answered(1), closed]) expect(alone(work)).toEqual(work);
  });

  it('goes on waiting where its citizen wrote again and nobody has answered', () => {
    expect(alone(assigned(1, 'li'), [], [5])).toEqual(assigned(1, 'li'));
  });

  it('is answered where the answer to both was given', () => {
    expect(alone(queued(1), [answer(4)])).toMatchObject({
      status: 'answered',
      waitingSince: null,
      firstAnsweredAt: day(4),
    });
    expect(alone(answered(2), [answer(4)]).firstAnsweredAt).toEqual(day(2));
  });

  it('is closed where both were closed', () => {
    expect(alone(queued(1), [answer(4), close(5)])).toMatchObject({ status: 'closed', firstAnsweredAt: day(4) });
    expect(alone(queued(1), [close(5)])).toMatchObject({ status: 'closed', firstAnsweredAt: null });
  });

  it('waits for its citizen where the question to both was asked, until they write or are answered', () => {
    const question = (at: number) => ({ at: day(at), readUntil: day(at), kind: 'question' }) as const;
    const isAsked = { status: 'assigned', officerId: 'li', waitingSince: null, askedAt: day(4) };
    expect(alone(assigned(1, 'li'), [question(4)])).toMatchObject({ ...isAsked, firstAnsweredAt: null });
    expect(alone(assigned(1, 'li'), [question(4)], [6])).toMatchObject({ askedAt: null, waitingSince: day(6) });
    expect(alone(assigned(1, 'li'), [question(4), answer(5)])).toMatchObject({ status: 'answered', askedAt: null });
    expect(alone(asked(2, 'li'), [], [])).toEqual(asked(2, 'li'));
  });

  it('waits anew for what its citizen wrote after the last answer', () => {
    expect(alone(assigned(1, 'li'), [answer(4)], [3, 6, 8])).toMatchObject({
      status: 'queued',
      officerId: null,
      waitingSince: day(6),
      firstAnsweredAt: day(4),
    });
    expect(alone(closed, [], [6])).toMatchObject({ status: 'queued', waitingSince: day(6) });
  });

  it('waits for what its citizen wrote while the answer waited to go out', () => {
    expect(alone(queued(1), [answer(6, 4)], [3, 5])).toMatchObject({ status: 'queued', waitingSince: day(5) });
    expect(alone(queued(1), [answer(5), answer(6, 3)], [4])).toMatchObject({ status: 'answered', waitingSince: null });
  });
});

describe('what the survivor has to do once a part has left', () => {
  const joined = (own: Work, ...parts: Work[]) => parts.reduce(joinedWork, own);
  const cases: [string, Work, Work][] = [
    ['a queued one', queued(5), queued(2)],
    ['an assigned one', assigned(5, 'li'), queued(2)],
    ['two assigned ones', assigned(5, 'li'), assigned(2, 'wang')],
    ['one that took the officer of the other', queued(5), assigned(2, 'wang')],
    ['an answered one that waited for the other', answered(3), assigned(2, 'wang')],
    ['a closed one that waited for the other', closed, queued(2)],
    ['one that was merged with an answered one', queued(2), answered(4)],
    ['an answered one that took what was asked in the other', answered(3), asked(2, 'wang')],
    ['one that is asked itself', asked(2, 'li'), asked(4, 'wang')],
    ['one that waits, with one that is asked', assigned(2, 'li'), asked(4, 'wang')],
    ['one that is asked, with one that waits', asked(4, 'li'), queued(2)],
    ['a low one with an urgent one', queued(2, { priority: 'low' }), queued(3, { priority: 'urgent' })],
  ];

  it.each(cases)('is what it was: %s', (_, own, leaving) => {
    expect(workAfterParting({ survivor: joined(own, leaving), own, leaving, staying: [] })).toEqual(own);
  });

  const work: fc.Arbitrary<Work> = fc
    .record({
      status: fc.constantFrom('queued', 'assigned', 'asked', 'answered', 'closed'),
      officerId: fc.constantFrom('li', 'wang', 'zhao'),
      since: fc.integer({ min: 1, max: 9 }),
      priority: fc.constantFrom('urgent', 'high', 'normal', 'low'),
    })
    .map(({ status, officerId, since, priority }) => ({
      status: status === 'asked' ? 'assigned' : status,
      officerId: status === 'queued' ? null : officerId,
      askedAt: status === 'asked' ? day(since) : null,
      waitingSince: status === 'queued' || status === 'assigned' ? day(since) : null,
      firstAnsweredAt: status === 'answered' ? day(since) : null,
      priority,
    }));

  it('is, whatever was merged in whatever state, what it would be without the part that left', () => {
    fc.assert(
      fc.property(work, fc.array(work, { maxLength: 3 }), work, (own, staying, leaving) => {
        const survivor = joined(own, ...staying, leaving);
        expect(workAfterParting({ survivor, own, leaving, staying })).toEqual(joined(own, ...staying));
      }),
    );
  });

  it('never waits longer or later than any of its parts', () => {
    fc.assert(
      fc.property(work, fc.array(work, { maxLength: 3 }), (own, parts) => {
        const all = [own, ...parts].map(({ waitingSince }) => waitingSince?.getTime() ?? Number.POSITIVE_INFINITY);
        const since = joined(own, ...parts).waitingSince?.getTime() ?? Number.POSITIVE_INFINITY;
        expect(since).toBe(Math.min(...all));
      }),
    );
  });

  it('is what it is with the parts that stay', () => {
    const [own, leaving, staying] = [answered(1), queued(2), queued(4)];
    const survivor = joined(own, leaving, staying);
    expect(workAfterParting({ survivor, own, leaving, staying: [staying] })).toMatchObject({
      status: 'queued',
      waitingSince: day(4),
    });
  });

  it('stays with the officer who has taken it since', () => {
    const survivor = { ...joined(queued(5), queued(2)), status: 'assigned', officerId: 'zhao' } as const;
    expect(workAfterParting({ survivor, own: queued(5), leaving: queued(2), staying: [] })).toMatchObject({
      status: 'assigned',
      officerId: 'zhao',
      waitingSince: day(5),
    });
  });

  it('stays answered, closed or opened again by hand', () => {
    const own = { ...queued(5), status: 'answered', waitingSince: null, firstAnsweredAt: day(6) } as const;
    const survivor = answered(6, 'zhao');
    expect(workAfterParting({ survivor, own, leaving: own, staying: [] })).toEqual(survivor);
    const reopened = queued(8);
    expect(workAfterParting({ survivor: reopened, own, leaving: own, staying: [] })).toEqual(reopened);
  });

  it('keeps a priority that was changed by hand since', () => {
    const survivor = { ...joined(queued(5), queued(2)), priority: 'urgent' } as const;
    expect(workAfterParting({ survivor, own: queued(5), leaving: queued(2), staying: [] })).toMatchObject({
      waitingSince: day(5),
      priority: 'urgent',
    });
  });
});

describe('what is left once messages were split off', () => {
  const left = (work: Work, endings: number[], messages: number[]) =>
    workAfterSplit({
      work,
      endings: endings.map((at) => ({ at: day(at + 1), readUntil: day(at), kind: 'answer' as const })),
      messages: messages.map((at) => ({ postedAt: day(at), receivedAt: day(at) })),
    });

  it('waits as before for what stays', () => {
    expect(left(assigned(1, 'li'), [], [1])).toEqual(assigned(1, 'li'));
    expect(left(answered(2), [2], [1])).toEqual(answered(2));
  });

  it('is answered again where all that waited has gone', () => {
    expect(left(assigned(5, 'li'), [3], [1])).toMatchObject({ status: 'answered', waitingSince: null });
  });

  it('waits for the citizen again where what was written after a question has gone, in nobody’s hand if it is in none', () => {
    const asking = { at: day(3), readUntil: day(3), kind: 'question' } as const;
    const messages = [{ postedAt: day(1), receivedAt: day(1) }];
    const again = (work: Work) => workAfterSplit({ work, endings: [asking], messages });
    expect(again(assigned(4, 'li'))).toMatchObject({ status: 'assigned', waitingSince: null, askedAt: day(3) });
    expect(again(queued(4))).toMatchObject({ status: 'queued', officerId: null, waitingSince: null, askedAt: day(3) });
  });

  it('waits for what was written while the answer waited to go out', () => {
    expect(left(queued(4), [3], [1, 4])).toMatchObject({ status: 'queued', waitingSince: day(4) });
  });

  it('waits since the first that stays', () => {
    expect(left(queued(5), [3], [1, 6])).toMatchObject({ waitingSince: day(6) });
  });
});
