import { queryOptions, useQuery } from '@tanstack/react-query';
import { type ModerationReasonView, moderationReasonsSchema } from '#contracts/moderation-reasons.http.js';
import { type Decision } from '#domain/moderation/decision.lifecycle.js';
import { fitsDecision } from '#domain/moderation/reasons.js';
import { read } from './http.js';
import { keys } from './keys.js';

/** The catalogue as it is in force, retired ones too. */
export const reasonsQuery = queryOptions({
  queryKey: keys.moderationReasons,
  queryFn: ({ signal }) => read('/moderation/reasons', moderationReasonsSchema, signal),
  staleTime: 60_000,
});

/** Those that can be given for a decision now. */
export function useReasonsFor(decision: Decision): { reasons: readonly ModerationReasonView[]; isError: boolean } {
  const { data, isError } = useQuery(reasonsQuery);
  return { reasons: data?.items.filter((reason) => fitsDecision(reason, decision)) ?? [], isError };
}
