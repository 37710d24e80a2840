import type { DataSource } from 'typeorm';
import { v7 as uuidv7 } from 'uuid';
import { Conversation } from '#database/entities/conversation.entity.js';
import { Message } from '#database/entities/message.entity.js';
import { type Tx, transaction } from '#database/transaction.js';
import { guessLanguage } from '#domain/language.js';
import { Refusal } from '#domain/refusal.js';
import { changeConversation } from '../conversations/conversation-record.js';
import { lockSurvivor } from '../conversations/merged-parts.js';
import { bodyDigest } from '../conversations/message-digest.js';
import type { ReceiveCommand } from './intake.types.js';
import { INSERT_MESSAGE } from './message.sql.js';
import { citizenIdOf, type Received } from './receive-messages.js';

export interface JoinCommand extends ReceiveCommand {
  /** The external id of an earlier message on the same channel. */
  inReplyTo: string;
}

/**
 * Stores a message in the conversation of an earlier one. What it does to the conversation (reopen it, start a new
 * clock) follows when it has been screened. Throws `invalid` when there is no such earlier message.
 */
export function joinConversation(dataSource: DataSource, command: JoinCommand): Promise<Received> {
  return transaction(dataSource, async (tx) => {
    const { channelId } = command;
    const parent = await tx.findOneBy(Message, { channelId, externalId: command.inReplyTo });
    if (!parent) {
      const reason = 'there is no message with this id on this channel';
      throw new Refusal('invalid', { detail: `inReplyTo: ${reason}`, errors: [{ field: 'inReplyTo', reason }] });
    }
    const conversation = await lockSurvivor(tx, parent.conversationId);
    const earlier = await tx.findOneBy(Message, { channelId, externalId: command.message.externalId });
    if (earlier) return duplicateOf(tx, earlier);
    return store(tx, { conversation, homeId: parent.conversationId }, command);
  });
}

/** A message to what is merged is kept there, with those of its citizen; the work and the fact are its survivor's. */
interface Place {
  conversation: Conversation;
  homeId: string;
}

async function store(tx: Tx, { conversation, homeId }: Place, command: JoinCommand): Promise<Received> {
  const { channelId, message, postedAt, receivedAt } = command;
  const messageId = uuidv7();
  const citizenId = citizenIdOf(channelId, message.author.externalId);
  await tx.query(
    `INSERT INTO citizen (id, channel_id, external_id, name) VALUES ($1, $2, $3, $4)
     ON CONFLICT (channel_id, external_id) DO UPDATE SET name = excluded.name WHERE citizen.name <> excluded.name`,
    [citizenId, channelId, message.author.externalId, message.author.name],
  );
  const inserted: unknown[] = await tx.query(INSERT_MESSAGE, [
    messageId,
    homeId,
    channelId,
    message.externalId,
    citizenId,
    message.author.name,
    message.title?.trim() || null,
    message.body,
    bodyDigest(message.body),
    message.language ?? guessLanguage(message.body),
    message.visibility,
    postedAt,
    receivedAt,
  ]);
  // A copy that opened another conversation at the same moment was faster.
  if (inserted.length === 0)
    return duplicateOf(tx, await tx.findOneByOrFail(Message, { channelId, externalId: message.externalId }));
  await changeConversation(tx, conversation, {
    patch: {},
    fact: {
      type: 'message.received',
      actor: { kind: 'citizen', id: citizenId },
      payload: { messageId },
      at: receivedAt,
    },
  });
  return { ...(await addressOf(tx, homeId)), duplicate: false };
}

/** Also of one that was split off meanwhile: the same message is always answered with the same ids. */
async function duplicateOf(tx: Tx, { arrivedInId, conversationId }: Message): Promise<Received> {
  return { ...(await addressOf(tx, arrivedInId ?? conversationId)), duplicate: true };
}

async function addressOf(tx: Tx, id: string): Promise<Omit<Received, 'duplicate'>> {
  const { reference } = await tx.findOneByOrFail(Conversation, { id });
  return { reference, conversationId: id };
}
