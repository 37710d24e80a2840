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
  'presence.changed',
  'counts.changed',
] as const;
export type RingName = (typeof RINGS)[number];

export const ringSchema = z.object({
  event: z.enum(RINGS),
  conversationId: z.uuid().optional(),
  letterId: z.uuid().optional(),
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

export const officerRoom = (officerId: string): string => `officer:${officerId}`;
export const departmentRoom = (departmentId: string): string => `department:${departmentId}`;
export const sessionRoom = (sessionId: string): string => `session:${sessionId}`;

/** Sent when the server itself has lost its bell rope (Redis): consoles show that they are not live until `ready` comes again. */
export const PAUSED_EVENT = 'paused';
