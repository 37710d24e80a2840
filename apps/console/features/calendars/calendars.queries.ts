import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import {
  type CalendarDraft,
  calendarListSchema,
  calendarPreviewSchema,
  calendarSchema,
  calendarVersionSchema,
  holidayRegionListSchema,
} from '#contracts/calendars.http.js';
import { act, read, withQuery } from '../../lib/http.js';
import { keys } from '../../lib/keys.js';

export const calendarsQuery = queryOptions({
  queryKey: keys.calendars,
  queryFn: ({ signal }) => read('/calendars', calendarListSchema, signal),
});

export const calendarQuery = (slug: string) =>
  queryOptions({
    queryKey: keys.calendar(slug),
    queryFn: ({ signal }) => read(`/calendars/${encodeURIComponent(slug)}`, calendarSchema, signal),
  });

/** Never edited, so never stale. */
export const versionQuery = (slug: string, version: number) =>
  queryOptions({
    queryKey: keys.calendarVersion(slug, version),
    queryFn: ({ signal }) =>
      read(`/calendars/${encodeURIComponent(slug)}/versions/${version}`, calendarVersionSchema, signal),
    staleTime: Number.POSITIVE_INFINITY,
  });

/** `slug`: of the calendar that the draft would change; null for a new one. What was shown stays until the new is there. */
export const previewQuery = (slug: string | null, draft: CalendarDraft & { year: number }) =>
  queryOptions({
    queryKey: keys.calendarPreview(slug, draft),
    queryFn: () =>
      act(calendarPreviewSchema, {
        method: 'POST',
        path: slug === null ? '/calendars/preview' : `/calendars/${encodeURIComponent(slug)}/preview`,
        body: { ...draft, month: null },
      }),
    placeholderData: keepPreviousData,
    staleTime: 60_000,
  });

export const regionsQuery = (of: { country?: string; state?: string }) =>
  queryOptions({
    queryKey: keys.holidayRegions(of),
    queryFn: ({ signal }) => read(withQuery('/holiday-regions', of), holidayRegionListSchema, signal),
    staleTime: Number.POSITIVE_INFINITY,
  });
