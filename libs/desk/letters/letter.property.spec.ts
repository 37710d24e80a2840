import { createHash } from 'node:crypto';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { LetterView } from '#contracts/letters.http.js';
import type { Actor } from '#domain/identity/roles.js';
import { LETTER_STATUSES } from '#domain/letters/letter.lifecycle.js';
import { Refusal } from '#domain/refusal.js';
import { type LetterDesk, openLetterDesk, seen, seenText } from '../../../test/support/letter-desk.js';

let desk: LetterDesk;
beforeAll(async () => {
  desk = await openLetterDesk();
});
afterAll(() => desk.close());

const ACTS = ['edit', 'submit', 'return', 'approve', 'publish'] as const;
const WHO = ['writer', 'colleague', 'reviewer', 'chief', 'administrator', 'outsider'] as const;

interface Step {
  who: (typeof WHO)[number];
  act: (typeof ACTS)[number];
  /** Which of the texts an edit writes. */
  words: string;
  /** Acts on what was seen this many acts ago, with the newest version number where `isForged`. */
  age: number;
  isForged: boolean;
}

const step: fc.Arbitrary<Step> = fc.record({
  who: fc.constantFrom(...WHO),
  act: fc.constantFrom(...ACTS),
  words: fc.constantFrom('Repaired.', 'Repaired on Monday.', 'We are sorry.'),
  age: fc.oneof({ weight: 6, arbitrary: fc.constant(0) }, fc.nat(3)),
  isForged: fc.boolean(),
});
/** Steps together are pressed at the same moment. */
const story = fc.array(fc.array(step, { minLength: 1, maxLength: 2 }), { minLength: 6, maxLength: 24 });

interface Written {
  writers: Set<string>;
  hash: string;
}

it('no sequence of acts by anybody publishes a text that nobody but its writers approved', async () => {
  const reached = new Set<string>();
  await fc.assert(
    fc.asyncProperty(fc.constantFrom(...LETTER_STATUSES), story, async (from, moments) => {
      const cast = await desk.cast();
      const people = {
        ...cast,
        chief: await desk.rows.officer(cast.departmentId, ['officer', 'reviewer', 'press', 'supervisor']),
        administrator: await desk.rows.officer(null, ['administrator']),
        outsider: (await desk.cast()).colleague,
      };
      const screens = [await desk.letter(cast, from)];
      for (const moment of moments) {
        await Promise.all(moment.map((one) => take(one, people, screens)));
        screens.unshift(await desk.reading.read(cast.reviewer, screens[0]?.id ?? ''));
      }
      reached.add((await assertApprovedByAnother(screens[0] as LetterView)).status);
    }),
    { numRuns: 30 },
  );
  // The walk means something only if it gets that far.
  expect(reached).toContain('published');
}, 120_000);

async function take(one: Step, people: Record<Step['who'], Actor>, screens: LetterView[]): Promise<void> {
  const actor = people[one.who];
  const newest = screens[0] as LetterView;
  const screen = screens[one.age] ?? newest;
  const order = one.isForged ? { ...seenText(screen), version: newest.version } : seenText(screen);
  const acts = {
    edit: () => desk.letters.save(actor, { ...seen(newest), text: { ...newest.text, body: one.words } }),
    submit: () => desk.letters.submit(actor, order),
    return: () => desk.letters.returnToAuthor(actor, { ...order, note: 'Once more.' }),
    approve: () => desk.letters.approve(actor, order),
    publish: () => desk.letters.publish(actor, order),
  };
  await acts[one.act]().catch((error: unknown) => {
    if (!(error instanceof Refusal)) throw error;
  });
}

/** Judged by the rows and the history alone, not by the code under test. */
async function assertApprovedByAnother({ id }: LetterView): Promise<{ status: string }> {
  const [letter] = await desk.dataSource.query('SELECT * FROM letter WHERE id = $1', [id]);
  const published = await desk.dataSource.query(
    'SELECT * FROM letter_version WHERE letter_id = $1 AND published_at IS NOT NULL',
    [id],
  );
  expect(published).toHaveLength(letter.status === 'published' ? 1 : 0);
  for (const version of published) {
    const events = await desk.dataSource.query(
      `SELECT type, actor_id, payload FROM conversation_event WHERE letter_id = $1 ORDER BY version`,
      [id],
    );
    const { writers, hash } = writtenFor(events, version.number);
    expect(writers).not.toContain(version.approved_by);
    expect(hash).toBe(version.content_hash);
    expect(hash).toBe(createHash('sha256').update(version.canonical).digest('hex'));
    expect(Object.fromEntries(JSON.parse(version.canonical)).body).toBe(letter.body);
    expect(events.filter((event: { type: string }) => event.type === 'letter.published')).toHaveLength(1);
  }
  return letter;
}

type Recorded = { type: string; actor_id: string; payload: { number?: number; contentHash?: string } };

/** Everyone who drafted, edited or submitted before the approval, and what was approved. */
function writtenFor(events: readonly Recorded[], number: number): Written {
  const approval = events.findIndex(({ type, payload }) => type === 'letter.approved' && payload.number === number);
  const before = events.slice(0, approval);
  const wrote = before.filter(({ type }) => ['letter.drafted', 'letter.edited', 'letter.submitted'].includes(type));
  return { writers: new Set(wrote.map((event) => event.actor_id)), hash: events[approval]?.payload.contentHash ?? '' };
}
