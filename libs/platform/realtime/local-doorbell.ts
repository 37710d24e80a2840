import type { Server } from 'socket.io';
import { RING_EVENT, type Ring } from '#contracts/realtime.js';
import type { Doorbell } from './doorbell.js';

/** Everything runs in one process: the sockets are at hand. */
export class LocalDoorbell implements Doorbell {
  private readonly servers = new Set<Server>();

  attach(server: Server): void {
    this.servers.add(server);
  }

  ring(rooms: readonly string[], ring: Ring): void {
    for (const server of this.servers) server.to([...rooms]).emit(RING_EVENT, ring);
  }

  isUp(): boolean {
    return true;
  }

  onChange(): void {
    // It never changes: there is nothing between the bell and the sockets.
  }

  async close(): Promise<void> {
    this.servers.clear();
  }
}
