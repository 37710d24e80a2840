import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import type { DeadlineList, DeadlineView } from '#contracts/deadlines.http.js';
import { localisedSchema } from '#contracts/directory.http.js';
import { PRIORITIES } from '#domain/conversations/priority.js';
import { useFormat, useLocalised } from '../../lib/i18n.js';

type Segment = DeadlineView['segments'][number];

/** What a detail may hold; a part of another shape is left out, never guessed. */
const detailSchema = z.object({
  until: z.iso.datetime({ offset: true }).optional().catch(undefined),
  reason: z.string().optional().catch(undefined),
  from: z.string().nullable().optional().catch(undefined),
  to: z.string().nullable().optional().catch(undefined),
  version: z.number().optional().catch(undefined),
  fromDepartment: localisedSchema.optional().catch(undefined),
  toDepartment: localisedSchema.optional().catch(undefined),
  intoReference: z.string().optional().catch(undefined),
});

/** Why a stretch began, in the viewer's words. */
export function useSegmentWords(classes: DeadlineList['classes']): (segment: Segment) => string {
  const { t } = useTranslation();
  const format = useFormat();
  const localised = useLocalised();
  const named = (code: string | null | undefined): string => {
    const priority = PRIORITIES.find((one) => one === code);
    if (priority) return t(`triage.priority.${priority}`);
    const known = classes.find((one) => one.code === code);
    return known ? localised(known.name) : (code ?? t('waiting.history.noClass'));
  };
  return ({ why }) => {
    const detail = detailSchema.parse(why.detail);
    const { until, reason, from, to, version, fromDepartment, toDepartment, intoReference } = detail;
    const words = t(`waiting.why.${why.code}`, {
      until: until ? format.dateTime(until) : '',
      from: named(from),
      to: named(to),
      version: version ?? '',
      fromDepartment: fromDepartment ? localised(fromDepartment) : '',
      toDepartment: toDepartment ? localised(toDepartment) : '',
      reference: intoReference ?? '',
    });
    return reason ? `${words} ${t('waiting.why.reason', { reason })}` : words;
  };
}
