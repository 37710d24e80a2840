import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import type { HistoryEntry } from '#contracts/conversations.http.js';
import { useFormat, useLocalised } from '../../lib/i18n.js';
import { useFindingWords } from '../../ui/marked-text.js';
import { blockedWords, type Reason, reasonWords } from './assignment-words.js';
import { type Detail, detailSchema } from './history-detail.js';
import { triageWords } from './triage-history-words.js';
import { warningWords } from './warning-history-words.js';

export interface HistoryWords {
  what: string;
  /** Reason, note, findings. */
  why: string[];
  /** The other conversation that it is about. */
  link: { id: string; reference: string } | null;
}

/** A fact of the history in the viewer's words. */
export function useHistoryWords(): (entry: HistoryEntry) => HistoryWords {
  const { t } = useTranslation();
  const localised = useLocalised();
  const format = useFormat();
  const whyOf = useWhy();
  return (entry) => {
    const detail = detailSchema.parse(entry.detail);
    const triage = triageWords(entry, { t, localised, format, actor: actorWords(t, entry) });
    const special = triage ?? warningWords(entry, { t, format });
    return { what: special ?? whatHappened(t, localised, { entry, detail }), why: whyOf(detail), link: linkOf(detail) };
  };
}

function useWhy(): (detail: Detail) => string[] {
  const { t } = useTranslation();
  const kindWords = useFindingWords();
  const localised = useLocalised();
  const format = useFormat();
  return ({ reason, reasonWording, note, kinds, clock, clockReason, messages, because, blocked }) =>
    [
      isOfDesk(reason) && reasonWords(t, format, reason)[0],
      because && t('staffing.reason.takenBackPlain', { why: t(`staffing.reason.because.${because}`) }),
      blocked && blockedWords(t, format, blocked),
      typeof reason === 'string' &&
        t('conversation.history.reason', { reason: reasonWording ? localised(reasonWording) : reason }),
      note && t('conversation.history.note', { note }),
      kinds.length > 0 && t('conversation.history.found', { kinds: kinds.map(kindWords).join(', ') }),
      clock === 'keep' && t('merging.history.clockKept'),
      clock === 'restart' && t('merging.history.clockRestarted', { reason: clockReason }),
      messages !== undefined && t('merging.history.messages', { count: messages }),
    ]
      .filter((line) => typeof line === 'string')
      .filter((line) => line !== '');
}

/** What a person did explains itself. */
function isOfDesk(reason: Detail['reason']): reason is Reason {
  return typeof reason === 'object' && !['claimed', 'pulled', 'by-hand'].includes(reason.rule);
}

function linkOf({ intoId, intoReference, fromId, fromReference }: Detail): HistoryWords['link'] {
  const [id, reference] = [intoId ?? fromId, intoReference ?? fromReference];
  return id && reference ? { id, reference } : null;
}

type Localise = ReturnType<typeof useLocalised>;

function whatHappened(
  t: TFunction,
  localised: Localise,
  { entry, detail }: { entry: HistoryEntry; detail: Detail },
): string {
  const actor = actorWords(t, entry);
  const { officerName, fromOfficerName, fromDepartment, toDepartment, reason } = detail;
  const isClaim = typeof reason === 'object' && (reason.rule === 'claimed' || reason.rule === 'pulled');
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
  const reference = linkOf(detail)?.reference;
  const joining = JOINING.find(({ type }) => type === entry.type);
  if (joining && reference) return t(`conversation.history.${joining.words}`, { actor, reference });
  return t(`conversation.history.type.${entry.type}`, { actor });
}

/** What names the other conversation. */
const JOINING = [
  { type: 'conversation.merged', words: 'mergedInto' },
  { type: 'conversation.absorbed', words: 'absorbed' },
  { type: 'conversation.unmerged', words: 'unmerged' },
  { type: 'conversation.parted', words: 'parted' },
  { type: 'conversation.split', words: 'splitInto' },
  { type: 'conversation.split-off', words: 'splitFrom' },
] as const;

function actorWords(t: TFunction, { actor }: HistoryEntry): string {
  if (actor.kind === 'system') return t('conversation.history.system');
  return actor.name ?? t(actor.kind === 'citizen' ? 'conversation.history.citizen' : 'conversation.history.someone');
}
