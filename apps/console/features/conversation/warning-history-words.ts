import type { TFunction } from 'i18next';
import { z } from 'zod';
import type { HistoryEntry } from '#contracts/conversations.http.js';
import { isOver } from '#domain/deadlines/escalation.js';
import type { Format } from '../../lib/format.js';

const detailSchema = z.object({
  kind: z.enum(['acknowledge', 'answer', 'next-answer', 'letter']).optional().catch(undefined),
  share: z.number().positive().optional().catch(undefined),
  toldNames: z.array(z.string()).catch([]),
});

/** Of which deadline the desk warned, and whom; null for every other fact, or where the detail does not say. */
export function warningWords(
  { type, detail }: HistoryEntry,
  { t, format }: { t: TFunction; format: Format },
): string | null {
  if (type !== 'deadline.warned') return null;
  const { kind, share, toldNames } = detailSchema.parse(detail);
  if (!kind || share === undefined) return null;
  const what = t(`policies.time.${kind}`);
  const warned = isOver(share)
    ? t('policies.history.over', { what })
    : t('policies.history.used', { what, percent: format.number(Math.round(share * 100)) });
  if (toldNames.length === 0) return warned;
  return `${warned} ${t('policies.history.told', { names: toldNames.join(t('policies.history.and')) })}`;
}
