import type { TFunction } from 'i18next';
import { z } from 'zod';
import type { HistoryEntry } from '#contracts/conversations.http.js';
import { localisedSchema } from '#contracts/directory.http.js';
import { PRIORITIES } from '#domain/conversations/priority.js';
import { REPLY_KINDS } from '#domain/replies/reply-kind.js';
import type { Format } from '../../lib/format.js';
import type { useLocalised } from '../../lib/i18n.js';

const tagNames = z.array(localisedSchema).catch([]);
const detailSchema = z.object({
  addedTags: tagNames,
  removedTags: tagNames,
  from: z.enum(PRIORITIES).optional().catch(undefined),
  to: z.enum(PRIORITIES).optional().catch(undefined),
  until: z.string().optional().catch(undefined),
  untilMessage: z.boolean().catch(false),
  because: z.enum(['time', 'message', 'officer']).optional().catch(undefined),
  fromClass: localisedSchema.optional().catch(undefined),
  toClass: localisedSchema.optional().catch(undefined),
  kind: z.enum(REPLY_KINDS).optional().catch(undefined),
  isAsked: z.boolean().catch(true),
});

interface Teller {
  t: TFunction;
  localised: ReturnType<typeof useLocalised>;
  format: Format;
  actor: string;
}

/** What triage did, with what it did it; null for every other fact, or where the detail does not say. */
export function triageWords({ type, detail }: HistoryEntry, { t, localised, format, actor }: Teller): string | null {
  const { addedTags, removedTags, from, to, until, untilMessage, because, kind, isAsked, fromClass, toClass } =
    detailSchema.parse(detail);
  const names = (tags: typeof addedTags) => tags.map(localised).join(', ');
  if (type === 'conversation.tagged') {
    const [added, removed] = [names(addedTags), names(removedTags)];
    if (added && removed) return t('conversation.history.retagged', { actor, added, removed });
    if (added) return t('conversation.history.tagged', { actor, tags: added });
    return removed ? t('conversation.history.untagged', { actor, tags: removed }) : null;
  }
  if (type === 'conversation.prioritised' && from && to) {
    const [before, after] = [t(`triage.priority.${from}`), t(`triage.priority.${to}`)];
    return t('conversation.history.prioritised', { actor, from: before, to: after });
  }
  if (type === 'conversation.classified' && (fromClass || toClass)) {
    const none = t('waiting.history.noClass');
    const [before, after] = [fromClass ? localised(fromClass) : none, toClass ? localised(toClass) : none];
    return t('waiting.history.classified', { actor, from: before, to: after });
  }
  if (type === 'reply.sent' && kind === 'question')
    return t(isAsked ? 'waiting.history.question' : 'waiting.history.questionCrossed', { actor });
  if (type === 'reply.sent' && kind === 'holding' && until) {
    return t('waiting.history.holding', { actor, time: format.dateTime(until) });
  }
  if (type === 'conversation.snoozed' && untilMessage) return t('conversation.history.snoozedForMessage', { actor });
  if (type === 'conversation.snoozed' && until) {
    return t('conversation.history.snoozedUntil', { actor, time: format.dateTime(until) });
  }
  if (type === 'conversation.woken' && because) return t(`conversation.history.woken.${because}`, { actor });
  return null;
}
