import { randomBytes } from 'node:crypto';
import type { DataSource } from 'typeorm';
import { v7 as uuidv7 } from 'uuid';
import { transaction } from '#database/transaction.js';
import { excerptOf } from '#domain/conversations/excerpt.js';
import { referenceFrom } from '#domain/conversations/reference.js';
import { guessLanguage } from '#domain/language.js';
import type { Visibility } from '#domain/moderation/visibility.js';
import { prepared, preparedIn } from '#platform/database/prepared.js';
import { bodyDigest } from '../conversations/message-digest.js';
import { keepFindable } from '../conversations/search-index.js';
import { INSERT_DIALOGUES, KNOWN_MESSAGES } from './historic-import.sql.js';
import { citizenIdOf } from './receive-messages.js';

/** One message of the past with the answer it got, both with their own times; checked already. */
export interface HistoricDialogue {
  externalId: string;
  author: { externalId: string; name: string };
  title: string | null;
  body: string;
  postedAt: Date;
  reply: { body: string; sentAt: Date } | null;
}

export interface HistoricTarget {
  channelId: string;
  department: { id: string; referencePrefix: string };
  visibility: Visibility;
  receivedAt: Date;
}

/** `differs`: the id is taken by a message that says something else. */
export type HistoricOutcome = 'stored' | 'already-there' | 'differs';

/**
 * Stores dialogues in one commit, each once by (channel, external id); answers in the same order. An answered one is
 * screened like any message and stays answered; one without an answer goes the way of every new message.
 */
export async function storeHistoric(
  dataSource: DataSource,
  target: HistoricTarget,
  dialogues: readonly HistoricDialogue[],
): Promise<HistoricOutcome[]> {
  const known = await knownDigests(dataSource, target.channelId, dialogues);
  const placed = dialogues.map((dialogue) => {
    const digest = bodyDigest(dialogue.body);
    const earlier = known.get(dialogue.externalId);
    if (earlier) return earlier.equals(digest) ? 'already-there' : 'differs';
    known.set(dialogue.externalId, digest);
    return rowOf(target, dialogue, digest);
  });
  const stored = await insert(
    dataSource,
    placed.filter((place) => typeof place !== 'string'),
  );
  return placed.map((place) => {
    if (typeof place === 'string') return place;
    return stored.has(place.messageId) ? 'stored' : 'already-there';
  });
}

/** Which of these a channel has already, word for word: they need no further look. Answers in the same order. */
export async function areStored(
  dataSource: DataSource,
  channelId: string,
  candidates: readonly Pick<HistoricDialogue, 'externalId' | 'body'>[],
): Promise<boolean[]> {
  const known = await knownDigests(dataSource, channelId, candidates);
  return candidates.map(({ externalId, body }) => known.get(externalId)?.equals(bodyDigest(body)) ?? false);
}

async function insert(dataSource: DataSource, rows: readonly Row[]): Promise<Set<string>> {
  if (rows.length === 0) return new Set();
  return transaction(dataSource, async (tx) => {
    const stored = await preparedIn<{ id: string }>(tx, INSERT_DIALOGUES, columnsOf(rows));
    const ids = new Set(stored.map((row) => row.id));
    // The messages follow with their screening, like all others.
    const replies = rows.flatMap(({ messageId, replyId }) => (replyId && ids.has(messageId) ? [replyId] : []));
    await keepFindable(tx, 'reply', replies);
    return ids;
  });
}

async function knownDigests(
  dataSource: DataSource,
  channelId: string,
  dialogues: readonly Pick<HistoricDialogue, 'externalId'>[],
): Promise<Map<string, Buffer>> {
  const rows = await prepared<{ externalId: string; digest: Buffer }>(dataSource, KNOWN_MESSAGES, [
    channelId,
    dialogues.map((dialogue) => dialogue.externalId),
  ]);
  return new Map(rows.map((row) => [row.externalId, row.digest]));
}

type Row = ReturnType<typeof rowOf>;

function rowOf(target: HistoricTarget, { author, reply, ...dialogue }: HistoricDialogue, digest: Buffer) {
  const { channelId, department, visibility, receivedAt } = target;
  return {
    messageId: uuidv7(),
    conversationId: uuidv7(),
    receivedEventId: uuidv7(),
    channelId,
    externalId: dialogue.externalId,
    citizenId: citizenIdOf(channelId, author.externalId),
    citizenExternalId: author.externalId,
    citizenName: author.name,
    title: dialogue.title,
    body: dialogue.body,
    digest,
    language: guessLanguage(dialogue.body),
    visibility,
    postedAt: dialogue.postedAt,
    receivedAt,
    departmentId: department.id,
    reference: referenceFrom(department.referencePrefix, randomBytes(8)),
    excerpt: excerptOf(dialogue.body),
    // A history is read by its times: the message must not seem to come after its answer.
    receivedEventAt: reply ? dialogue.postedAt : receivedAt,
    replyId: reply ? uuidv7() : null,
    replyEventId: reply ? uuidv7() : null,
    replyBody: reply?.body ?? null,
    replySentAt: reply?.sentAt ?? null,
  };
}

function columnsOf(rows: readonly Row[]): unknown[][] {
  const column = <K extends keyof Row>(name: K) => rows.map((row) => row[name]);
  return [
    column('messageId'),
    column('conversationId'),
    column('receivedEventId'),
    column('channelId'),
    column('externalId'),
    column('citizenId'),
    column('citizenExternalId'),
    column('citizenName'),
    column('title'),
    column('body'),
    column('digest'),
    column('language'),
    column('visibility'),
    column('postedAt'),
    column('receivedAt'),
    column('departmentId'),
    column('reference'),
    column('excerpt'),
    column('receivedEventAt'),
    column('replyId'),
    column('replyEventId'),
    column('replyBody'),
    column('replySentAt'),
  ];
}
