import { queryOptions } from '@tanstack/react-query';
import {
  authorHistorySchema,
  CLAIM_BEAT_SECONDS,
  moderationClaimsSchema,
  moderationCountsSchema,
  moderatorSettingSchema,
} from '#contracts/moderators.http.js';
import { reportedQueueSchema, reporterMutesSchema } from '#contracts/reader-reports.http.js';
import { read, withQuery } from '../../lib/http.js';
import { keys } from '../../lib/keys.js';

export const reportedQuery = (department: string | null) =>
  queryOptions({
    queryKey: keys.reported(department),
    queryFn: ({ signal }) => read(withQuery('/moderation/reported', { department }), reportedQueueSchema, signal),
  });

export const moderationCountsQuery = (department: string | null) =>
  queryOptions({
    queryKey: keys.moderationCounts(department),
    queryFn: ({ signal }) => read(withQuery('/moderation/counts', { department }), moderationCountsSchema, signal),
  });

/** Rung when somebody opens a message; asked besides, since nobody rings when one falls silent. */
export const claimsQuery = queryOptions({
  queryKey: keys.claims,
  queryFn: ({ signal }) => read('/moderation/claims', moderationClaimsSchema, signal),
  refetchInterval: CLAIM_BEAT_SECONDS * 1_000,
});

export const moderatorSettingQuery = queryOptions({
  queryKey: keys.moderatorSetting,
  queryFn: ({ signal }) => read('/moderation/setting', moderatorSettingSchema, signal),
});

export const authorQuery = (messageId: string) =>
  queryOptions({
    queryKey: keys.author(messageId),
    queryFn: ({ signal }) => read(`/moderation/messages/${messageId}/author`, authorHistorySchema, signal),
  });

export const mutesQuery = (department: string | null) =>
  queryOptions({
    queryKey: keys.reporterMutes(department),
    queryFn: ({ signal }) => read(withQuery('/moderation/mutes', { department }), reporterMutesSchema, signal),
  });
