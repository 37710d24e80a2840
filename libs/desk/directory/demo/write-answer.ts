import { Assignment } from '#database/entities/assignment.entity.js';
import type { Department } from '#database/entities/department.entity.js';
import { Reply } from '#database/entities/reply.entity.js';
import type { Tx } from '#database/transaction.js';
import type { AssignmentReason } from '#domain/assignment/assignment-reason.js';
import { type EventActor, SYSTEM } from '../../conversations/conversation-record.js';
import { demoId } from './demo-id.js';
import type { DemoDialogue, DemoLetter, DemoReply } from './dialogue.js';
import { type DemoFact, hoursBefore } from './history.js';
import { writeLetter } from './write-letter.js';

export interface AnswerPlace<Answer = NonNullable<DemoDialogue['answer']>> {
  answer: Answer;
  conversationId: string;
  messageId: string;
  department: Department;
  postedAt: Date;
  now: Date;
}

const ONE_MINUTE_MS = 60_000;

/** Screened a second after it came, given to the officer a second later, answered when the demo says. */
export async function writeAnswer(tx: Tx, place: AnswerPlace): Promise<DemoFact[]> {
  const { answer, messageId, postedAt } = place;
  const officerId = officerIdOf(answer.kind === 'reply' ? answer.officer : answer.author);
  const cleared: DemoFact = {
    type: 'message.cleared',
    actor: SYSTEM,
    payload: { messageId, kinds: [] },
    at: after(postedAt, ONE_MINUTE_MS / 60),
  };
  const assigned = await writeAssignment(tx, place, officerId);
  const steps = isLetter(place)
    ? await writeLetter(tx, place)
    : [await writeReply(tx, place as AnswerPlace<DemoReply>)];
  return [cleared, assigned, ...steps];
}

const isLetter = (place: AnswerPlace): place is AnswerPlace<DemoLetter> => place.answer.kind === 'letter';

async function writeAssignment(tx: Tx, place: AnswerPlace, officerId: string): Promise<DemoFact> {
  const { conversationId, answer, postedAt, now } = place;
  const reason: AssignmentReason = { rule: 'least-loaded', eligible: 1, inHand: 0, capacity: 10 };
  const at = after(postedAt, ONE_MINUTE_MS / 30);
  await tx.insert(Assignment, {
    id: demoId('assignment', conversationId),
    conversationId,
    officerId,
    reason,
    assignedAt: at,
    endedAt: hoursBefore(now, answer.hoursAgo),
  });
  return { type: 'conversation.assigned', actor: SYSTEM, payload: { officerId, reason }, at };
}

async function writeReply(tx: Tx, { answer, conversationId, now }: AnswerPlace<DemoReply>): Promise<DemoFact> {
  const officerId = officerIdOf(answer.officer);
  const id = demoId('reply', conversationId);
  const sentAt = hoursBefore(now, answer.hoursAgo);
  await tx.insert(Reply, { id, conversationId, officerId, body: answer.body, sentAt, isImported: false });
  return { type: 'reply.sent', actor: officer(officerId), payload: { replyId: id }, at: sentAt };
}

export const officerIdOf = (email: string) => demoId('officer', email);

export const officer = (id: string): EventActor => ({ kind: 'officer', id });

function after(time: Date, milliseconds: number): Date {
  return new Date(time.getTime() + milliseconds);
}
