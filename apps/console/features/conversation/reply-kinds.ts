import type { ConversationView } from '#contracts/conversations.http.js';
import type { DraftWords } from '#domain/replies/draft-words.js';
import { endOfDay, type HoldingObstacle, holdingDays } from '#domain/replies/holding.js';
import { textOnChannel } from '#domain/replies/holding-sentence.js';
import type { ReplyKind } from '#domain/replies/reply-kind.js';

/** Why a kind of reply cannot be sent here now. */
export type KindObstacle = HoldingObstacle | 'not-in-hand';

/** Null: it can, at least by whoever claims the conversation first. */
export function obstacleToKind({ may, holding }: ConversationView, kind: ReplyKind): KindObstacle | null {
  if (kind === 'answer') return null;
  const isInHand = kind === 'question' ? may.ask : may.putOff;
  if (!isInHand && !may.claim) return 'not-in-hand';
  return kind === 'holding' ? holding.obstacle : null;
}

/** The days to choose from, the first and the last. */
export function daysToHold({ answerDueAt, holding, department }: ConversationView, now: Date) {
  const dueAt = answerDueAt === null ? null : new Date(answerDueAt);
  return holdingDays({ dueAt, latest: new Date(holding.latest), timeZone: department.timeZone }, now);
}

/** Nothing that the kind of reply needs is missing. */
export function isWholeReply(conversation: ConversationView, words: DraftWords): boolean {
  const { kind, body, holdingReason } = words;
  if (obstacleToKind(conversation, kind)) return false;
  if (kind !== 'holding') return body.trim() !== '';
  return holdingReason.trim() !== '' && isDayToHold(conversation, words.holdingDate);
}

export function isDayToHold(conversation: ConversationView, date: string | null): boolean {
  if (date === null) return false;
  const { first, last } = daysToHold(conversation, new Date());
  return first <= date && date <= last;
}

/** What the citizen's channel has to take. */
export function textGoingOut({ language, department }: ConversationView, words: DraftWords): string {
  const { timeZone } = department;
  const { kind, body, holdingDate, holdingReason: reason } = words;
  const until = kind === 'holding' && holdingDate ? endOfDay(holdingDate, timeZone) : null;
  return textOnChannel({ body: body.trim(), holding: until && { until, reason } }, { language, timeZone });
}
