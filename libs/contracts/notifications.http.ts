import { z } from 'zod';
import { NOTIFICATION_KINDS, type NotificationKind } from '#domain/notifications/notification-kinds.js';
import { localisedSchema } from './directory.http.js';
import { cursorSchema, instantSchema, limitSchema } from './paging.http.js';

export const notificationQuerySchema = z.strictObject({
  unread: z.stringbool().optional(),
  limit: limitSchema,
  cursor: cursorSchema,
});
export type NotificationQuery = z.infer<typeof notificationQuerySchema>;

export const notificationSchema = z.object({
  id: z.uuid(),
  /** The latest reason. A mention has a line of its own; the rest of a conversation shares one until it is read. */
  kind: z.enum(NOTIFICATION_KINDS),
  /** All reasons of the line, in the order in which they first came. */
  kinds: z.array(z.enum(NOTIFICATION_KINDS)),
  count: z.int(),
  at: instantSchema,
  readAt: instantSchema.nullable(),
  /** The officer who did it last; null for the citizen and for the desk itself. */
  actorName: z.string().nullable(),
  conversation: z
    .object({
      id: z.uuid(),
      reference: z.string(),
      title: z.string().nullable(),
      citizenName: z.string(),
      department: localisedSchema,
    })
    .nullable(),
  bulkId: z.uuid().nullable(),
});
export type NotificationView = z.infer<typeof notificationSchema>;
export const notificationPageSchema = z.object({
  items: z.array(notificationSchema),
  nextCursor: z.string().nullable(),
});
export type NotificationPage = z.infer<typeof notificationPageSchema>;

/** Counting stops here; shown as "99+". */
export const UNREAD_LIMIT = 100;
export const notificationCountSchema = z.object({
  unread: z.int(),
  mentions: z.int(),
  /** The conversations of what was counted: to mark it as read when one of them is opened. */
  conversationIds: z.array(z.uuid()),
});
export type NotificationCount = z.infer<typeof notificationCountSchema>;

const idsSchema = z.array(z.uuid()).min(1).max(100);

/** Some lines, those of a conversation that was opened, or all that were there to be seen. */
export const markReadSchema = z.union([
  z.strictObject({ ids: idsSchema }),
  z.strictObject({ conversationId: z.uuid() }),
  z.strictObject({ upTo: instantSchema }),
]);
export type MarkRead = z.infer<typeof markReadSchema>;
export const markedReadSchema = z.object({ readAt: instantSchema, count: z.int() });
export type MarkedRead = z.infer<typeof markedReadSchema>;

/** Some lines, or what one act marked as read. */
export const markUnreadSchema = z.union([
  z.strictObject({ ids: idsSchema }),
  z.strictObject({ readAt: instantSchema }),
]);
export type MarkUnread = z.infer<typeof markUnreadSchema>;
export const markedUnreadSchema = z.object({ count: z.int() });

const waysSchema = z.object({ inApp: z.boolean(), browser: z.boolean(), mail: z.boolean() });
const kindsSchema = z.record(z.enum(NOTIFICATION_KINDS), waysSchema);

export const DIGEST_MINUTES = { least: 5, most: 1_440 } as const;
export const saveNotificationSettingsSchema = z.object({
  kinds: kindsSchema,
  digest: z.object({
    isOn: z.boolean(),
    /** How long something stays unread before a mail tells of it. */
    afterMinutes: z.int().min(DIGEST_MINUTES.least).max(DIGEST_MINUTES.most),
  }),
});
export type SaveNotificationSettings = z.infer<typeof saveNotificationSettingsSchema>;
export const notificationSettingsSchema = saveNotificationSettingsSchema.extend({
  /** False: this desk sends no mail at all. */
  isMailSet: z.boolean(),
});
export type NotificationSettings = z.infer<typeof notificationSettingsSchema>;
export type WaysByKind = Record<NotificationKind, z.infer<typeof waysSchema>>;

/** The language of the console that was used last: mails are written in it. */
export const officerLanguageSchema = z.object({ language: z.enum(['en', 'zh']) });
