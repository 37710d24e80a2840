import { z } from 'zod';
import { INBOX_VIEWS, type InboxView, inboxQuerySchema } from '#contracts/inbox.http.js';

const fields = inboxQuerySchema.shape;

/** What the address says; a part that is not valid counts as not given. */
const filterSchema = z.object({
  view: z.enum(INBOX_VIEWS).catch('queue'),
  department: z.string().optional().catch(undefined),
  status: fields.status.catch(undefined),
  waiting: fields.waiting.catch(undefined),
  answeredFrom: fields.answeredFrom.catch(undefined),
  answeredTo: fields.answeredTo.catch(undefined),
  answeredWithinHours: fields.answeredWithinHours.catch(undefined),
  channel: z.string().optional().catch(undefined),
  supervised: fields.supervised.catch(undefined),
});
export type InboxFilter = z.output<typeof filterSchema>;

/** The filters that a figure sets and that have no control of their own: shown as chips. */
export const FIGURE_FILTERS = ['answeredFrom', 'answeredTo', 'answeredWithinHours', 'channel', 'waiting'] as const;

export function filterFrom(search: URLSearchParams): InboxFilter {
  return filterSchema.parse(Object.fromEntries(search));
}

export function isFiltered(filter: InboxFilter): boolean {
  return Object.entries(filter).some(([name, value]) => name !== 'view' && value !== undefined);
}

/** The same address with another view: what a figure had set belongs to the view that it opened. */
export function searchOfView(view: InboxView, filter: InboxFilter): string {
  const kept = new URLSearchParams({ view });
  if (filter.department) kept.set('department', filter.department);
  return `?${kept}`;
}
