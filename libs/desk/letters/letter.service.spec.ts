import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { letterListSchema, letterViewSchema } from '#contracts/letters.http.js';
import { Conversation } from '#database/entities/conversation.entity.js';
import { LetterVersion } from '#database/entities/letter-version.entity.js';
import { REFERENCE_PATTERN } from '#domain/conversations/reference.js';
import { type Cast, type LetterDesk, openLetterDesk, seen, seenText } from '../../../test/support/letter-desk.js';

let desk: LetterDesk;
beforeAll(async () => {
  desk = await openLetterDesk();
});
afterAll(() => desk.close());

const refused = (code: string, current: Record<string, unknown> = {}) =>
  expect.objectContaining({ code, info: expect.objectContaining({ current: expect.objectContaining(current) }) });
const refusedFor = (code: string) => expect.objectContaining({ code });
const conversationOf = ({ conversation }: Cast) =>
  desk.dataSource.manager.findOneByOrFail(Conversation, { id: conversation.id });
/** A conversation that is carried on in that of the cast. */
const partOf = ({ conversation, departmentId }: Cast, receivedAt = conversation.openedAt) =>
  desk.rows.conversation(
    { departmentId, status: 'merged', mergedIntoId: conversation.id, waitingSince: null },
    { receivedAt },
  );
const eventsOf = async ({ conversation }: Cast): Promise<[string, number][]> => {
  const rows: { type: string; version: number }[] = await desk.dataSource.query(
    'SELECT type, version FROM conversation_event WHERE conversation_id = $1 AND letter_id IS NOT NULL ORDER BY version',
    [conversation.id],
  );
  return rows.map(({ type, version }) => [type, version]);
};

describe('a letter, from the first word to everyone', () => {
  it('is drafted, submitted, approved by somebody else and published, and its conversation is answered', async () => {
    const cast = await desk.cast();
    const approved = await desk.letter(cast, 'approved');
    desk.clock.advance(3_600_000);
    const published = await desk.letters.publish(cast.writer, seenText(approved));
    expect(letterViewSchema.parse(published)).toEqual(published);
    expect(published).toMatchObject({
      status: 'published',
      publishedAt: desk.clock.now().toISOString(),
      publicUrl: `https://press.example/letters/${published.reference}`,
      submission: { number: 1, submittedBy: 'Wang Lei', approvedBy: 'Liu Yang' },
      may: { edit: false, submit: false, return: false, approve: false, publish: false },
    });
    expect(published.reference).toMatch(REFERENCE_PATTERN);
    expect(published.reference).toMatch(/^LWATER-/);
    expect(await conversationOf(cast)).toMatchObject({
      status: 'answered',
      waitingSince: null,
      firstAnsweredAt: desk.clock.now(),
      version: 5,
    });
    expect(await eventsOf(cast)).toEqual([
      ['letter.drafted', 2],
      ['letter.submitted', 3],
      ['letter.approved', 4],
      ['letter.published', 5],
    ]);
  });

  it('leaves the officer who had the conversation on it, with the assignment ended', async () => {
    const cast = await desk.cast();
    const { id } = cast.conversation;
    const officerId = cast.colleague.officerId;
    await desk.dataSource.manager.update(Conversation, { id }, { status: 'assigned', officerId });
    await desk.dataSource.query(
      `INSERT INTO assignment (id, conversation_id, officer_id, reason, assigned_at)
       VALUES (gen_random_uuid(), $1, $2, '{"rule":"claimed"}', now())`,
      [id, officerId],
    );
    await desk.letter(cast, 'published');
    expect(await conversationOf(cast)).toMatchObject({ status: 'answered', officerId });
    const assignments = await desk.dataSource.query('SELECT ended_at FROM assignment WHERE conversation_id = $1', [id]);
    expect(assignments).toEqual([{ ended_at: desk.clock.now() }]);
  });

  it('leaves waiting what a citizen of a merged part wrote after it was submitted', async () => {
    const cast = await desk.cast();
    const approved = await desk.letter(cast, 'approved');
    desk.clock.advance(60_000);
    await partOf(cast, desk.clock.now());
    desk.clock.advance(60_000);
    await desk.letters.publish(cast.writer, seenText(approved));
    expect(await conversationOf(cast)).toMatchObject({ status: 'queued', waitingSince: expect.any(Date) });
  });

  it('leaves waiting what was merged in after it was submitted, unless that had its answer', async () => {
    for (const [waitingSince, status] of [
      ['2026-03-01T08:00:00.000Z', 'queued'],
      [null, 'answered'],
    ] as const) {
      const cast = await desk.cast();
      const approved = await desk.letter(cast, 'approved');
      desk.clock.advance(60_000);
      const { id } = await partOf(cast);
      await desk.dataSource.query(
        `INSERT INTO conversation_merge (id, conversation_id, into_id, from_at, merged_by, merged_at, own_work, survivor_work)
         VALUES (gen_random_uuid(), $1, $2, $3, $4, $3, $5, '{}')`,
        [id, cast.conversation.id, desk.clock.now(), cast.writer.officerId, { waitingSince }],
      );
      await desk.letters.publish(cast.writer, seenText(approved));
      expect(await conversationOf(cast)).toMatchObject({ status });
    }
  });

  it('keeps the time of an earlier answer', async () => {
    const cast = await desk.cast();
    const firstAnsweredAt = new Date('2026-03-01T12:00:00Z');
    await desk.dataSource.manager.update(Conversation, { id: cast.conversation.id }, { firstAnsweredAt });
    await desk.letter(cast, 'published');
    expect((await conversationOf(cast)).firstAnsweredAt).toEqual(firstAnsweredAt);
  });
});

describe('drafting', () => {
  it('returns the unpublished letter rather than a second one, to two officers at once', async () => {
    const cast = await desk.cast();
    const [one, other] = await Promise.all([
      desk.letters.draft(cast.writer, cast.conversation.id),
      desk.letters.draft(cast.colleague, cast.conversation.id),
    ]);
    expect(one.id).toBe(other.id);
    expect(one.text).toMatchObject({ title: 'Re: No water since Monday', salutation: 'Dear Wang Fang,', body: '' });
    expect(one.signatory?.name.en).toBe('Zhao Min');
  });

  it('begins a new letter after the last one was published', async () => {
    const cast = await desk.cast();
    const published = await desk.letter(cast, 'published');
    expect((await desk.letters.draft(cast.writer, cast.conversation.id)).id).not.toBe(published.id);
  });

  it.each(['received', 'held'] as const)('waits for the moderator where the conversation is %s', async (status) => {
    const cast = await desk.cast();
    await desk.dataSource.manager.update(Conversation, { id: cast.conversation.id }, { status });
    await expect(desk.letters.draft(cast.writer, cast.conversation.id)).rejects.toEqual(
      refused('wrong-state', { status }),
    );
  });

  it('is for officers; to strangers the conversation does not exist', async () => {
    const cast = await desk.cast();
    const stranger = (await desk.cast()).writer;
    await expect(desk.letters.draft(cast.reviewer, cast.conversation.id)).rejects.toEqual(refusedFor('forbidden'));
    await expect(desk.letters.draft(stranger, cast.conversation.id)).rejects.toEqual(refusedFor('not-found'));
  });

  it('follows its conversation to another department, as a draft that lost its approval', async () => {
    const cast = await desk.cast();
    const other = await desk.cast();
    const approved = await desk.letter(cast, 'approved');
    const { departmentId } = other;
    await desk.dataSource.manager.update(Conversation, { id: cast.conversation.id }, { departmentId });
    await expect(desk.letters.publish(cast.writer, seenText(approved))).rejects.toEqual(refusedFor('wrong-state'));
    expect((await desk.reading.read(other.writer, approved.id)).may.edit).toBe(false);
    const taken = await desk.letters.draft(other.writer, cast.conversation.id);
    expect(taken).toMatchObject({
      id: approved.id,
      status: 'draft',
      submission: null,
      department: { id: departmentId },
    });
    expect(taken.text.officialId).toBe(other.official.id);
    await expect(desk.reading.read(cast.writer, approved.id)).rejects.toEqual(refusedFor('not-found'));
  });
});

describe('saving', () => {
  it('keeps both texts when two write at once: the second is told the first and whose it is', async () => {
    const cast = await desk.cast();
    const letter = await desk.letter(cast, 'draft');
    const saved = await desk.letters.save(cast.colleague, { ...seen(letter), text: { ...letter.text, body: 'Mine.' } });
    const late = desk.letters.save(cast.writer, { ...seen(letter), text: { ...letter.text, body: 'Late.' } });
    await expect(late).rejects.toEqual(
      refused('stale-version', {
        version: saved.version,
        status: 'draft',
        text: { ...letter.text, body: 'Mine.' },
        byName: 'Chen Jie',
      }),
    );
    expect((await desk.reading.read(cast.writer, letter.id)).text.body).toBe('Mine.');
  });

  it('takes a repeated save, whose answer was lost, for what it is', async () => {
    const cast = await desk.cast();
    const letter = await desk.letter(cast, 'draft');
    const save = { ...seen(letter), text: { ...letter.text, body: 'Once.' } };
    const saved = await desk.letters.save(cast.writer, save);
    expect(await desk.letters.save(cast.writer, save)).toEqual(saved);
  });

  it('notes the first words of another writer in the history, not every pause for breath', async () => {
    const cast = await desk.cast();
    let letter = await desk.letter(cast, 'draft');
    for (const body of ['a', 'ab', 'abc']) {
      letter = await desk.letters.save(cast.colleague, { ...seen(letter), text: { ...letter.text, body } });
    }
    expect((await eventsOf(cast)).map(([type]) => type)).toEqual(['letter.drafted', 'letter.edited']);
  });

  it.each(['in-review', 'approved'] as const)(
    'makes a letter that is %s a draft, and voids its text',
    async (status) => {
      const cast = await desk.cast();
      const letter = await desk.letter(cast, status);
      const text = { ...letter.text, body: `${letter.text.body} ` };
      const edited = await desk.letters.save(cast.writer, { ...seen(letter), text });
      expect(edited).toMatchObject({ status: 'draft', submission: null });
      const versions = await desk.dataSource.manager.findBy(LetterVersion, { letterId: letter.id });
      expect(versions).toMatchObject([{ number: 1, voidedAt: desk.clock.now(), publishedAt: null }]);
      expect((await eventsOf(cast)).at(-1)?.[0]).toBe('letter.edited');
      await expect(desk.letters.publish(cast.writer, seenText({ ...letter, version: edited.version }))).rejects.toEqual(
        refused('wrong-state', { status: 'draft' }),
      );
    },
  );

  it('voids nothing when not a character differs', async () => {
    const cast = await desk.cast();
    const letter = await desk.letter(cast, 'approved');
    const saved = await desk.letters.save(cast.writer, { ...seen(letter), text: letter.text });
    expect(saved).toEqual(await desk.reading.read(cast.writer, letter.id));
    expect(saved).toMatchObject({ status: 'approved', version: letter.version, submission: letter.submission });
  });

  it('takes no official of another department', async () => {
    const cast = await desk.cast();
    const letter = await desk.letter(cast, 'draft');
    const text = { ...letter.text, officialId: (await desk.cast()).official.id };
    await expect(desk.letters.save(cast.writer, { ...seen(letter), text })).rejects.toMatchObject({
      code: 'invalid',
      info: { errors: [{ field: 'officialId' }] },
    });
  });
});

describe('reading', () => {
  it('lists the letters of the own departments by status, page by page, those last changed first', async () => {
    const cast = await desk.cast();
    const ids: string[] = [];
    for (let count = 0; count < 3; count += 1) {
      desk.clock.advance(1_000);
      const conversation = await desk.rows.conversation({ departmentId: cast.departmentId });
      ids.unshift((await desk.letter({ ...cast, conversation }, 'in-review')).id);
    }
    await desk.letter(cast, 'draft');
    const first = await desk.reading.page(cast.reviewer, { status: 'in-review', limit: 2 });
    expect(letterListSchema.parse(first)).toEqual(first);
    const second = await desk.reading.page(cast.reviewer, {
      status: 'in-review',
      limit: 2,
      cursor: first.nextCursor ?? undefined,
    });
    expect([...first.items, ...second.items].map((row) => row.id)).toEqual(ids);
    expect(second.nextCursor).toBeNull();
    expect((await desk.reading.page(cast.reviewer, { limit: 50 })).items).toHaveLength(4);
  });

  it('shows strangers nothing', async () => {
    const letter = await desk.letter(await desk.cast(), 'in-review');
    const { writer } = await desk.cast();
    await expect(desk.reading.read(writer, letter.id)).rejects.toEqual(refusedFor('not-found'));
    await expect(desk.letters.submit(writer, seen(letter))).rejects.toEqual(refusedFor('not-found'));
    expect((await desk.reading.page(writer, { limit: 50 })).items).toEqual([]);
  });
});
