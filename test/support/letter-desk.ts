import { loadConfig } from '#contracts/config.js';
import type { LetterView } from '#contracts/letters.http.js';
import { createDataSource } from '#database/data-source.js';
import type { Conversation } from '#database/entities/conversation.entity.js';
import type { Official } from '#database/entities/official.entity.js';
import { ReadableDepartments } from '#desk/conversations/readable-departments.js';
import { LetterService } from '#desk/letters/letter.service.js';
import { LetterReadingService } from '#desk/letters/letter-reading.service.js';
import type { Actor } from '#domain/identity/roles.js';
import { EventNudge } from '#platform/database/event-nudge.js';
import type { Runtime } from '#platform/runtime.js';
import { DeskRows, StandingClock } from './desk-rows.js';
import { createTestDatabase } from './postgres.js';

/** The real letter services on a database of their own. */
export async function openLetterDesk() {
  const database = await createTestDatabase();
  const dataSource = await createDataSource({ url: database.url, poolSize: 6 }).initialize();
  const clock = new StandingClock();
  const config = loadConfig({ DATABASE_URL: database.url, SITE_PUBLIC_URL: 'https://press.example' });
  // The letters read nothing of the runtime but its configuration.
  const reading = new LetterReadingService(dataSource, new ReadableDepartments(dataSource), { config } as Runtime);
  const letters = new LetterService(dataSource, reading, clock, new EventNudge(dataSource));
  const rows = new DeskRows(dataSource);
  return {
    dataSource,
    clock,
    letters,
    reading,
    rows,
    /** A department with a writer, a second writer, a reviewer and an official, and a citizen's question. */
    async cast(): Promise<Cast> {
      const { id: departmentId } = await rows.department();
      return {
        departmentId,
        official: await rows.official(departmentId),
        writer: await rows.officer(departmentId, ['officer'], { name: 'Wang Lei' }),
        colleague: await rows.officer(departmentId, ['officer', 'reviewer'], { name: 'Chen Jie' }),
        reviewer: await rows.officer(departmentId, ['reviewer'], { name: 'Liu Yang' }),
        conversation: await rows.conversation({ departmentId }),
      };
    },
    /** A letter with a text, as it is after the acts up to `status`. */
    async letter({ writer, reviewer, conversation }: Cast, status: LetterView['status']): Promise<LetterView> {
      const drafted = await letters.draft(writer, conversation.id);
      const text = { ...drafted.text, body: 'The main is repaired.\n\nThank you for telling us.' };
      const steps: ((letter: LetterView) => Promise<LetterView>)[] = [
        (letter) => letters.save(writer, { ...seen(letter), text }),
        (letter) => letters.submit(writer, seen(letter)),
        (letter) => letters.approve(reviewer, seenText(letter)),
        (letter) => letters.publish(writer, seenText(letter)),
      ];
      let letter = drafted;
      for (const step of steps.slice(0, STEPS[status])) letter = await step(letter);
      return letter;
    },
    async close(): Promise<void> {
      await dataSource.destroy();
      await database.drop();
    },
  };
}

export interface Cast {
  departmentId: string;
  official: Official;
  writer: Actor;
  colleague: Actor;
  reviewer: Actor;
  conversation: Conversation;
}

export type LetterDesk = Awaited<ReturnType<typeof openLetterDesk>>;

const STEPS: Record<LetterView['status'], number> = { draft: 1, 'in-review': 2, approved: 3, published: 4 };

export const seen = ({ id, version }: LetterView) => ({ letterId: id, version });
export const seenText = (letter: LetterView) => ({
  ...seen(letter),
  contentHash: letter.submission?.contentHash ?? '0'.repeat(64),
});
