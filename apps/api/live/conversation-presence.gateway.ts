import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { RateLimiterMemory } from 'rate-limiter-flexible';
import type { Socket } from 'socket.io';
import { conversationRoom, PRESENCE_EVENT, presenceSchema } from '#contracts/realtime.js';
import type { SignedIn } from '#desk/identity/session.service.js';
import { ConversationPresenceService } from '#desk/presence/conversation-presence.service.js';
import type { Runtime } from '#platform/runtime.js';
import { RUNTIME } from '#platform/tokens.js';
import { LiveGateway } from './live.gateway.js';

/** Of one console: a person who types and clicks says far less. */
const PER_CONSOLE = { points: 30, duration: 10 };

/** The one thing that consoles say over the socket: which conversation they show, and what their officer does there. */
@Injectable()
export class ConversationPresenceGateway implements OnModuleInit {
  private readonly limit = new RateLimiterMemory(PER_CONSOLE);

  constructor(
    private readonly live: LiveGateway,
    private readonly presence: ConversationPresenceService,
    @Inject(RUNTIME) private readonly runtime: Runtime,
  ) {}

  onModuleInit(): void {
    this.live.onWelcome((socket, signedIn) => {
      // One after the other: a console that leaves must not be outrun by its own last sign of life.
      let line: Promise<unknown> = Promise.resolve();
      const inLine = (act: () => Promise<unknown>) => {
        line = line
          .then(act)
          .catch((error: unknown) => this.runtime.log.debug({ err: error }, 'presence was not noted'));
        return line;
      };
      socket.on(PRESENCE_EVENT, (said: unknown, answer: unknown) => {
        void inLine(async () => {
          const isNoted = await this.note(socket, signedIn, said);
          if (typeof answer === 'function') answer(isNoted);
        });
      });
      socket.on('disconnect', () => void inLine(() => this.presence.leave(socket.id)));
    });
  }

  /** False where it was not understood, came too often, or is about what the officer may not read. */
  private async note(socket: Socket, { actor }: SignedIn, payload: unknown): Promise<boolean> {
    const said = presenceSchema.safeParse(payload);
    const isInTime = await this.limit.consume(socket.id).then(
      () => true,
      () => false,
    );
    if (!said.success || !isInTime || !socket.connected) return false;
    const { conversationId, doing } = said.data;
    const mayRead = conversationId !== null && (await this.presence.mayRead(actor, conversationId));
    await this.moveTo(socket, mayRead ? conversationId : null);
    if (!mayRead) {
      await this.presence.leave(socket.id);
      return conversationId === null;
    }
    await this.presence.say(actor, { consoleId: socket.id, conversationId, doing });
    return true;
  }

  /** A console shows one conversation at a time, and is rung for that one. */
  private async moveTo(socket: Socket, conversationId: string | null): Promise<void> {
    const room = conversationId && conversationRoom(conversationId);
    for (const one of socket.rooms) {
      if (one.startsWith(conversationRoom('')) && one !== room) await socket.leave(one);
    }
    if (room) await socket.join(room);
  }
}
