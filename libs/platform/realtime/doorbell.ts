import type { Server } from 'socket.io';
import type { Ring } from '#contracts/realtime.js';

/** Rings consoles, wherever they are connected. Two real kinds: through Redis, and inside one process. */
export interface Doorbell {
  /** Gives the sockets of this process to the bell. The worker has none: it rings those of the api processes. */
  attach(server: Server): void;
  /** Throws when the ring could not be handed over; the relay then keeps the event. */
  ring(rooms: readonly string[], ring: Ring): void;
  /** False while rings cannot reach every console. */
  isUp(): boolean;
  onChange(listener: (isUp: boolean) => void): void;
  close(): Promise<void>;
}
