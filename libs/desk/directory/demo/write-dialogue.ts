import { randomBytes } from 'node:crypto';
import { Citizen } from '#database/entities/citizen.entity.js';
import { Conversation } from '#database/entities/conversation.entity.js';
import { Message } from '#database/entities/message.entity.js';
import { UndeliveredEvent } from '#database/entities/undelivered-event.entity.js';
import type { Tx } from '#database/transaction.js';
import { excerptOf } from '#domain/conversations/excerpt.js';
import { referenceFrom } from '#domain/conversations/reference.js';
import { guessLanguage } from '#domain/language.js';
import { bodyDigest } from '../../conversations/message-digest.js';
import { keepFindable } from '../../conversations/search-index.js';
import { demoId } from './demo-id.js';
import type { DemoDialogue } from './dialogue.js';
import { hoursBefore, writeHistory } from './history.js';
import { writeAnswer } from './write-answer.js';
import { type DemoDirectory, departmentIn } from './write-directory.js';

export interface DialoguePlace {
  dialogue: DemoDialogue;
  key: string;
  directory: DemoDirectory;
  now: Date;
}

/** One conversation as if the desk had lived it: rows, and an event for each step of the history. */
export async function writeDialogue(tx: Tx, place: DialoguePlace): Promise<void> {
  const { dialogue, key, now } = place;
  const department = departmentIn(place.directory.departments, dialogue.department);
  const postedAt = hoursBefore(now, dialogue.postedHoursAgo);
  const conversationId = demoId('conversation', key);
  const citizenId = await writeCitizen(tx, place);
  const answeredAt = dialogue.answer ? hoursBefore(now, dialogue.answer.hoursAgo) : null;
  await tx.insert(Conversation, {
    id: conversationId,
    reference: referenceFrom(department.referencePrefix, randomBytes(8)),
    departmentId: department.id,
    channelId: place.directory.webChannelId,
    citizenId,
    status: answeredAt ? 'answered' : 'received',
    officerId: null,
    title: dialogue.title,
    excerpt: excerptOf(dialogue.body),
    language: guessLanguage(dialogue.body),
    version: 1,
    openedAt: postedAt,
    lastMessageAt: postedAt,
    waitingSince: answeredAt ? null : postedAt,
    answerDueAt: null,
    firstAnsweredAt: answeredAt,
  });
  const messageId = await writeMessage(tx, { place, conversationId, citizenId, postedAt });
  const [receivedEventId, clearedEventId] = await writeHistory(
    tx,
    { conversationId, departmentId: department.id, key },
    [
      { type: 'message.received', actor: { kind: 'citizen', id: citizenId }, payload: { messageId }, at: postedAt },
      ...(dialogue.answer
        ? await writeAnswer(tx, { answer: dialogue.answer, conversationId, messageId, department, postedAt, now })
        : []),
    ],
  );
  if (dialogue.answer) await makeFindable(tx, conversationId, messageId);
  // What nobody has answered goes the way of every message as soon as a worker runs.
  // Of the others no more than their deadlines is left to derive.
  await tx.insert(UndeliveredEvent, { eventId: dialogue.answer ? clearedEventId : receivedEventId });
}

/** As screening and sending would have done. */
async function makeFindable(tx: Tx, conversationId: string, messageId: string): Promise<void> {
  await keepFindable(tx, 'message', [messageId]);
  for (const kind of ['reply', 'letter'] as const) await keepFindable(tx, kind, [demoId(kind, conversationId)]);
}

async function writeCitizen(tx: Tx, { dialogue, key, directory, now }: DialoguePlace): Promise<string> {
  const id = demoId('citizen', key);
  await tx.insert(Citizen, {
    id,
    channelId: directory.webChannelId,
    externalId: id,
    name: dialogue.citizen,
    createdAt: now,
  });
  return id;
}

async function writeMessage(
  tx: Tx,
  at: { place: DialoguePlace; conversationId: string; citizenId: string; postedAt: Date },
): Promise<string> {
  const { dialogue, key, directory } = at.place;
  const id = demoId('message', key);
  await tx.insert(Message, {
    id,
    conversationId: at.conversationId,
    channelId: directory.webChannelId,
    externalId: id,
    citizenId: at.citizenId,
    authorName: dialogue.citizen,
    title: dialogue.title,
    body: dialogue.body,
    bodyDigest: bodyDigest(dialogue.body),
    language: guessLanguage(dialogue.body),
    visibility: dialogue.visibility ?? 'public',
    state: dialogue.answer ? 'visible' : 'screening',
    postedAt: at.postedAt,
    receivedAt: at.postedAt,
  });
  return id;
}
