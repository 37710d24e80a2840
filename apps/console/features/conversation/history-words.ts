import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { assignmentReasonSchema, type HistoryEntry } from '#contracts/conversations.http.js';
import { localisedSchema } from '#contracts/directory.http.js';
import { useLocalised } from '../../lib/i18n.js';
import { useFindingWords } from '../../ui/marked-text.js';

/** What a detail may hold. A part that is missing or of another shape is left out, never guessed. */
const detailSchema = z.object({
  officerName: z.string().optional().catch(undefined),
  fromOfficerName: z.string().optional().catch(undefined),
  fromDepartment: localisedSchema.optional().catch(undefined),
  toDepartment: localisedSchema.optional().catch(undefined),
  reason: z.union([z.string(), assignmentReasonSchema]).optional().catch(undefined),
  note: z.string().optional().catch(undefined),
  kinds: z.array(z.string()).catch([]),
});
type Detail = z.infer<typeof detailSchema>;

export interface HistoryWords {
  what: string;
  /** Reason, note, findings. */
  why: string[];
}

/** A fact of the history in the viewer's words. */
export function useHistoryWords(): (entry: HistoryEntry) => HistoryWords {
  const { t } = useTranslation();
  const localised = useLocalised();
  const kindWords = useFindingWords();
  const reasons = new Map(Object.entries(t('moderation.reasons', { returnObjects: true })));
  return (entry) => {
    const detail = detailSchema.parse(entry.detail);
    const why: string[] = [];
    if (typeof detail.reason === 'string') {
      why.push(t('conversation.history.reason', { reason: reasons.get(detail.reason) ?? detail.reason }));
    }
    if (detail.note) why.push(t('conversation.history.note', { note: detail.note }));
    if (detail.kinds.length > 0) {
      why.push(t('conversation.history.found', { kinds: detail.kinds.map(kindWords).join(', ') }));
    }
    return { what: whatHappened(t, localised, { entry, detail }), why };
  };
}

type Localise = ReturnType<typeof useLocalised>;

function whatHappened(
  t: TFunction,
  localised: Localise,
  { entry, detail }: { entry: HistoryEntry; detail: Detail },
): string {
  const actor = actorWords(t, entry);
  const { officerName, fromOfficerName, fromDepartment, toDepartment, reason } = detail;
  const isClaim = typeof reason === 'object' && reason.rule === 'claimed';
  if (entry.type === 'conversation.assigned' && isClaim) return t('conversation.history.claimed', { actor });
  if (entry.type === 'conversation.assigned' && officerName) {
    return t('conversation.history.assignedTo', { actor, name: officerName });
  }
  if (entry.type === 'conversation.released' && fromOfficerName && fromOfficerName !== entry.actor.name) {
    return t('conversation.history.releasedFrom', { actor, name: fromOfficerName });
  }
  if (entry.type === 'conversation.transferred' && fromDepartment && toDepartment) {
    const [from, to] = [localised(fromDepartment), localised(toDepartment)];
    return t('conversation.history.transferredTo', { actor, from, to });
  }
  return t(`conversation.history.type.${entry.type}`, { actor });
}

function actorWords(t: TFunction, { actor }: HistoryEntry): string {
  if (actor.kind === 'system') return t('conversation.history.system');
  return actor.name ?? t(actor.kind === 'citizen' ? 'conversation.history.citizen' : 'conversation.history.someone');
}
