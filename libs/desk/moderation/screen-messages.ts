import { v7 as uuidv7 } from 'uuid';
import type { Conversation } from '#database/entities/conversation.entity.js';
import type { Tx } from '#database/transaction.js';
import { afterClearedMessage } from '#domain/conversations/cleared-message.js';
import { afterAct } from '#domain/conversations/conversation.lifecycle.js';
import { afterRejectedMessage } from '#domain/conversations/rejected-message.js';
import { standingOf } from '#domain/moderation/author-standing.js';
import type { ScreeningNote } from '#domain/moderation/finding-kinds.js';
import { screen } from '#domain/moderation/screening.js';
import type { AppliedPolicy } from '#domain/moderation/screening-policy.js';
import { firstLook, type Judged, type ScreeningRecord, type Verdict, verdictOn } from '#domain/moderation/verdict.js';
import { preparedIn } from '#platform/database/prepared.js';
import { type Fact, SYSTEM } from '../conversations/conversation-record.js';
import { keepFindable } from '../conversations/search-index.js';
import { wakeConversations } from '../conversations/wake-conversations.js';
import { type ChangedConversation, writeConversations } from '../conversations/write-conversations.js';
import type { AppliedPolicies, PolicyInForce } from './applied-policies.js';
import type { ClassifierAnswer } from './external-classifier.js';
import { joinCampaigns } from './join-campaigns.js';
import { lockUnscreened, type UnscreenedRecord } from './screening.queries.js';

interface Screened {
  message: UnscreenedRecord;
  outcome: ScreeningRecord;
  judged: Judged;
}

interface Screening {
  messageIds: readonly string[];
  policies: AppliedPolicies;
  /** What an external classifier said of them before; empty where none is asked. */
  answers: ReadonlyMap<string, ClassifierAnswer>;
  now: Date;
}

/**
 * Screens messages that have not been screened yet, all in the caller's transaction; those that have been are passed
 * over, so that it may be asked twice.
 */
export async function screenMessages(tx: Tx, { messageIds, policies, answers, now }: Screening): Promise<void> {
  const messages = await lockUnscreened(tx, messageIds);
  if (messages.length === 0) return;
  const [others, policyOf] = await Promise.all([
    joinCampaigns(tx, messages.map(signed)),
    policies.of(tx, messages.map(inForce)),
  ]);
  const screened = messages.map((message) =>
    outcomeOf(message, {
      applied: policyOf(inForce(message)),
      alsoWrittenBy: others.get(message.id) ?? 0,
      answer: answers.get(message.id),
    }),
  );
  // In this order on the wire, without waiting for each other's answers: what can be found is what has been screened.
  await Promise.all([
    writeStates(tx, screened, now),
    keepFindable(tx, 'message', messageIdsOf(screened)),
    follow(tx, screened, now),
  ]);
}

const messageIdsOf = (screened: readonly Screened[]) => screened.map(({ message }) => message.id);

const signed = ({ id, citizenId, body, conversation: { departmentId } }: UnscreenedRecord) => ({
  ...{ id, citizenId, body, departmentId },
});

const inForce = ({ deskPolicy, departmentPolicy, conversation }: UnscreenedRecord): PolicyInForce => ({
  ...{ deskPolicy, departmentPolicy, departmentId: conversation.departmentId },
});

interface Known {
  applied: AppliedPolicy;
  alsoWrittenBy: number;
  answer: ClassifierAnswer | undefined;
}

function outcomeOf(message: UnscreenedRecord, { applied, alsoWrittenBy, answer }: Known): Screened {
  const { title, body, visibility, authorName, repeatedOf, sentWithinHour } = message;
  const { findings } = screen({
    ...{ title, body, repeatedOf, sentWithinHour, alsoWrittenBy },
    name: visibility === 'public' ? authorName : null,
    blockedWords: applied.blockedWords,
    suspectWords: applied.suspectWords,
    classified: answer?.findings ?? [],
  });
  const author = { channel: message.channel, standing: standingOf(message) };
  const judged = verdictOn(findings, applied, author);
  const first = firstLook(applied, author);
  const notes: ScreeningNote[] = [
    ...(first ? [`${first}-first` as const] : []),
    ...(answer?.note ? [answer.note] : []),
  ];
  const policy = { desk: message.deskPolicy ?? 0, department: message.departmentPolicy };
  const { verdict, isAlarm } = judged;
  return { message, judged, outcome: { verdict, findings, notes, isAlarm, policy } };
}

const STATE_AFTER = { publish: 'visible', hold: 'held', reject: 'rejected' } as const;

const WRITE_STATES = {
  name: 'write-screened-messages',
  text: `UPDATE message SET state = t.state, screening = t.screening::jsonb
    FROM unnest($1::uuid[], $2::text[], $3::text[]) AS t (id, state, screening) WHERE message.id = t.id`,
};

async function writeStates(tx: Tx, screened: readonly Screened[], now: Date): Promise<void> {
  const states = screened.map(({ outcome }) => STATE_AFTER[outcome.verdict]);
  const records = screened.map(({ outcome }) => JSON.stringify(outcome));
  await preparedIn(tx, WRITE_STATES, [messageIdsOf(screened), states, records]);
  const kept = screened.filter(({ outcome }) => outcome.verdict !== 'publish');
  if (kept.length === 0) return;
  await tx.query(
    `INSERT INTO moderation_decision (id, message_id, decision, reason, findings, decided_at)
     SELECT id, message_id, decision, 'screening', findings::jsonb, $4
     FROM unnest($1::uuid[], $2::uuid[], $3::text[], $5::text[]) AS t (id, message_id, findings, decision)`,
    [
      kept.map(() => uuidv7()),
      kept.map(({ message }) => message.id),
      kept.map(({ judged }) => JSON.stringify(judged.because)),
      now,
      kept.map(({ outcome }) => outcome.verdict),
    ],
  );
}

/** What the verdicts mean for the conversations, each with its fact. */
async function follow(tx: Tx, screened: readonly Screened[], now: Date): Promise<void> {
  const conversations = new Map<string, ChangedConversation>();
  const facts: Fact[] = [];
  const alarmed = new Map<string, UnscreenedRecord>();
  const next = (changed: ChangedConversation) => {
    const counted = { ...changed, version: changed.version + 1 };
    conversations.set(counted.id, counted);
    return counted;
  };
  for (const { message, outcome, judged } of screened) {
    const conversation = conversations.get(message.conversationId) ?? message.conversation;
    const patch = patchOf(outcome.verdict, { conversation, message });
    const changed = next({ ...conversation, ...patch });
    const about = { actor: SYSTEM, at: now, conversationId: changed.id, departmentId: changed.departmentId };
    facts.push({
      ...about,
      type: FACT_OF[outcome.verdict],
      version: changed.version,
      payload: {
        messageId: message.id,
        kinds: [...new Set(judged.because.map((finding) => finding.kind))],
        ...(outcome.verdict === 'reject' ? { closes: patch.status === 'closed' } : holderIn(changed)),
      },
    });
    if (!outcome.isAlarm || message.priority === 'urgent' || alarmed.has(changed.id)) continue;
    alarmed.set(changed.id, message);
    const payload = { from: message.priority, to: 'urgent', because: 'danger-to-life' };
    facts.push({ ...about, type: 'conversation.prioritised', version: next(changed).version, payload });
  }
  await writeConversations(tx, [...conversations.values()], facts);
  await putFirst(tx, [...alarmed.keys()]);
  await wakeForMessages(tx, screened, now);
}

/** Somebody may be in danger: before everything else that waits. */
async function putFirst(tx: Tx, conversationIds: readonly string[]): Promise<void> {
  if (conversationIds.length === 0) return;
  await tx.query(`UPDATE conversation SET priority = 'urgent' WHERE id = ANY($1::uuid[])`, [conversationIds]);
}

/** After the message's own fact, which explains it. */
async function wakeForMessages(tx: Tx, screened: readonly Screened[], now: Date): Promise<void> {
  const snoozed = screened.filter(({ message, outcome }) => message.isSnoozed && outcome.verdict === 'publish');
  if (snoozed.length === 0) return;
  await wakeConversations(tx, {
    ids: snoozed.map(({ message }) => message.conversationId),
    because: 'message',
    at: now,
  });
}

/** Whom a further message of the citizen concerns at once. */
export function holderIn({ status, officerId }: Pick<Conversation, 'status' | 'officerId'>): { holderId?: string } {
  return status === 'assigned' && officerId ? { holderId: officerId } : {};
}

const FACT_OF = { publish: 'message.cleared', hold: 'message.held', reject: 'message.rejected' } as const;

interface Before {
  conversation: ChangedConversation;
  message: UnscreenedRecord;
}

function patchOf(verdict: Verdict, { conversation, message }: Before): Partial<ChangedConversation> {
  if (verdict === 'hold') return { status: afterAct(conversation.status, 'hold-message') };
  if (verdict === 'reject') return afterRejectedMessage(conversation, message) ?? {};
  return afterClearedMessage(conversation, message) ?? {};
}

/** The ids of the messages that opened these conversations: the first that was received. */
export async function openingsOf(tx: Tx, conversationIds: readonly string[]): Promise<Set<string>> {
  const rows: { id: string }[] = await tx.query(
    `SELECT DISTINCT ON (conversation_id) id FROM message WHERE conversation_id = ANY($1::uuid[])
     ORDER BY conversation_id, received_at, id`,
    [conversationIds],
  );
  return new Set(rows.map((row) => row.id));
}
