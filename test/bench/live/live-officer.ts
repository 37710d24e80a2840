import { io, type Socket } from 'socket.io-client';
import { z } from 'zod';
import { LIVE_PATH, READY_EVENT, RING_EVENT, ringSchema } from '#contracts/realtime.js';
import { check } from '../load/closed-load.js';
import type { ConnectionPool } from '../load/connection-pool.js';
import { requestBytes } from '../load/request.js';

const assignedSchema = z.object({ id: z.string(), status: z.literal('assigned') });

export interface LiveOfficerOptions {
  url: string;
  /** With the session cookie; for the floor with the department that it rings. */
  headers: Record<string, string>;
  connections: ConnectionPool;
  /** The assigned row is on the officer's screen. */
  onRow(conversationId: string): void;
  onFailure(error: unknown): void;
}

/** An officer's console as far as the latency goes: rung that something was assigned, it fetches it. */
export class LiveOfficer {
  private readonly socket: Socket;

  constructor(private readonly options: LiveOfficerOptions) {
    this.socket = io(options.url, {
      path: LIVE_PATH,
      transports: ['websocket'],
      extraHeaders: options.headers,
      autoConnect: false,
      forceNew: true,
    });
    this.socket.on(RING_EVENT, (value: unknown) => {
      const { event, conversationId } = ringSchema.parse(value);
      if (event === 'conversation.assigned' && conversationId) this.fetch(conversationId).catch(options.onFailure);
    });
  }

  async connect(): Promise<void> {
    const ready = new Promise<void>((resolve, reject) => {
      this.socket.once(READY_EVENT, () => resolve());
      this.socket.once('connect_error', reject);
    });
    this.socket.connect();
    await ready;
  }

  close(): void {
    this.socket.close();
  }

  private async fetch(conversationId: string): Promise<void> {
    const { headers, connections, onRow } = this.options;
    const answer = await connections.send(requestBytes(`GET /api/conversations/${conversationId}`, { headers }));
    check(answer, 200);
    onRow(assignedSchema.parse(JSON.parse(answer.body.toString())).id);
  }
}
