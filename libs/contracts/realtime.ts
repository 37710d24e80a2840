import { z } from 'zod';

export const LIVE_PATH = '/live';

/** Facts that are rung. Ids only: the console fetches what it may see. */
export const RINGS = [
  'message.received',
  'conversation.assigned',
  'conversation.changed',
  'reply.sent',
  'letter.submitted',
  'letter.changed',
  'letter.published',
  'bulk.changed',
  'presence.changed',
  'draft.changed',
  'counts.changed',
  'tags.changed',
  'views.changed',
  'notification.changed',
  'deadlines.changed',
  'calendars.changed',
  'screening.changed',
  'moderation.changed',
  'claims.changed',
] as const;
export type RingName = (typeof RINGS)[number];

export const ringSchema = z.object({
  event: z.enum(RINGS),
  conversationId: z.uuid().optional(),
  letterId: z.uuid().optional(),
  bulkId: z.uuid().optional(),
  departmentId: z.uuid().optional(),
  version: z.int().optional(),
});
export type Ring = z.infer<typeof ringSchema>;

/** Everything comes as one socket event with this name. */
export const RING_EVENT = 'ring';

/** Sent by the server once the rooms are joined. */
export const READY_EVENT = 'ready';

/** How long an officer counts as present after the last sign of life of a console. */
export const PRESENCE_SECONDS = 45;
/** How often a connected console is noted as alive. */
export const HEARTBEAT_SECONDS = 15;

/** How long somebody counts as looking at a conversation after the last sign of it. */
export const ON_CONVERSATION_SECONDS = 20;
/** How often a console says where it is. */
export const ON_CONVERSATION_BEAT_SECONDS = 6;
/** Sent by the console: which conversation it shows, and what its officer does there. Acknowledged with a boolean. */
export const PRESENCE_EVENT = 'presence';
export const DOINGS = ['viewing', 'drafting', 'idle'] as const;
export type Doing = (typeof DOINGS)[number];
export const presenceSchema = z.strictObject({
  /** Null: none any more. */
  conversationId: z.uuid().nullable(),
  doing: z.enum(DOINGS),
});
export type PresenceSaid = z.infer<typeof presenceSchema>;

export const officerRoom = (officerId: string): string => `officer:${officerId}`;
export const departmentRoom = (departmentId: string): string => `department:${departmentId}`;
/** Those who have it open and may read it. */
export const conversationRoom = (conversationId: string): string => `conversation:${conversationId}`;
export const sessionRoom = (sessionId: string): string => `session:${sessionId}`;

/** Sent when the server itself has lost its bell rope (Redis): consoles show that they are not live until `ready` comes again. */
export const PAUSED_EVENT = 'paused';
