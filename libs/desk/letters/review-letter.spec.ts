import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Conversation } from '#database/entities/conversation.entity.js';
import { Official } from '#database/entities/official.entity.js';
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
const publicationsOf = async ({ conversation }: Cast): Promise<number> => {
  const [{ n }] = await desk.dataSource.query(
    `SELECT count(*)::int AS n FROM conversation_event WHERE conversation_id = $1 AND type = 'letter.published'`,
    [conversation.id],
  );
  return n;
};

describe('reviewing', () => {
  it('asks for all that is missing before it submits', async () => {
    const cast = await desk.cast();
    const letter = await desk.letter(cast, 'draft');
    const empty = { title: ' ', salutation: '', body: '\n', officialId: null };
    const saved = await desk.letters.save(cast.writer, { ...seen(letter), text: empty });
    await expect(desk.letters.submit(cast.writer, seen(saved))).rejects.toMatchObject({
      code: 'invalid',
      info: { errors: [{ field: 'title' }, { field: 'body' }, { field: 'officialId' }] },
    });
  });

  it("returns the letter to its author with the reviewer's note, until it is submitted again", async () => {
    const cast = await desk.cast();
    const letter = await desk.letter(cast, 'in-review');
    const returned = await desk.letters.returnToAuthor(cast.reviewer, { ...seen(letter), note: 'Say when.' });
    expect(returned).toMatchObject({
      status: 'draft',
      submission: null,
      returned: { note: 'Say when.', byName: 'Liu Yang' },
    });
    const again = await desk.letters.submit(cast.writer, seen(returned));
    expect(again).toMatchObject({ status: 'in-review', returned: null, submission: { number: 2, approvedBy: null } });
  });

  it('lets nobody approve own words, nor who submitted them', async () => {
    const cast = await desk.cast();
    const letter = await desk.letter(cast, 'draft');
    const edited = await desk.letters.save(cast.colleague, {
      ...seen(letter),
      text: { ...letter.text, body: 'Ours.' },
    });
    const submitted = await desk.letters.submit(cast.writer, seen(edited));
    await expect(desk.letters.approve(cast.colleague, seenText(submitted))).rejects.toEqual(refusedFor('own-text'));
    await expect(desk.letters.approve(cast.writer, seenText(submitted))).rejects.toEqual(refusedFor('forbidden'));
    const other = await desk.cast();
    const drafted = await desk.letter(other, 'draft');
    const sent = await desk.letters.submit(other.colleague, seen(drafted));
    await expect(desk.letters.approve(other.colleague, seenText(sent))).rejects.toEqual(refusedFor('own-text'));
    expect((await desk.letters.approve(other.reviewer, seenText(sent))).status).toBe('approved');
  });

  it('approves only the text that the reviewer saw', async () => {
    const cast = await desk.cast();
    const letter = await desk.letter(cast, 'in-review');
    const other = { ...seen(letter), contentHash: 'f'.repeat(64) };
    await expect(desk.letters.approve(cast.reviewer, other)).rejects.toEqual(
      refused('stale-version', { contentHash: letter.submission?.contentHash }),
    );
  });

  it('refuses an act on an old screen', async () => {
    const cast = await desk.cast();
    const letter = await desk.letter(cast, 'in-review');
    const old = { ...seenText(letter), version: letter.version - 1 };
    await expect(desk.letters.approve(cast.reviewer, old)).rejects.toEqual(
      refused('stale-version', { version: letter.version, status: 'in-review' }),
    );
  });
});

describe('publishing', () => {
  it('happens exactly once when it is pressed twice at the same time', async () => {
    const cast = await desk.cast();
    const letter = await desk.letter(cast, 'approved');
    const presses = [cast.writer, cast.reviewer, cast.writer].map((actor) =>
      desk.letters.publish(actor, seenText(letter)),
    );
    const results = await Promise.allSettled(presses);
    const reasons = results.flatMap((result) => (result.status === 'rejected' ? [result.reason] : []));
    expect(reasons).toEqual([refused('wrong-state', { status: 'published' }), expect.anything()]);
    expect(await publicationsOf(cast)).toBe(1);
  });

  it('publishes no text but the approved one', async () => {
    const cast = await desk.cast();
    const letter = await desk.letter(cast, 'approved');
    const wrong = { ...seen(letter), contentHash: 'a'.repeat(64) };
    await expect(desk.letters.publish(cast.writer, wrong)).rejects.toEqual(refusedFor('stale-version'));
    await desk.dataSource.query('UPDATE letter SET body = body || $2 WHERE id = $1', [letter.id, '!']);
    await expect(desk.letters.publish(cast.writer, seenText(letter))).rejects.toEqual(refusedFor('wrong-state'));
    expect((await conversationOf(cast)).status).toBe('queued');
  });

  it('stops where the signatory was renamed since the approval; returned and submitted again it goes out', async () => {
    const cast = await desk.cast();
    const letter = await desk.letter(cast, 'approved');
    await desk.dataSource.manager.update(Official, { id: cast.official.id }, { titleEn: 'Deputy' });
    await expect(desk.letters.publish(cast.writer, seenText(letter))).rejects.toEqual(refusedFor('wrong-state'));
    const returned = await desk.letters.returnToAuthor(cast.reviewer, { ...seen(letter), note: 'New title.' });
    const again = await desk.letters.submit(cast.writer, seen(returned));
    const approved = await desk.letters.approve(cast.reviewer, seenText(again));
    expect((await desk.letters.publish(cast.writer, seenText(approved))).status).toBe('published');
  });
});
