import type { Server as HttpServer } from 'node:http';
import { type BeforeApplicationShutdown, Inject, Injectable } from '@nestjs/common';
import { Server, type Socket } from 'socket.io';
import {
  departmentRoom,
  HEARTBEAT_SECONDS,
  LIVE_PATH,
  officerRoom,
  PAUSED_EVENT,
  READY_EVENT,
  sessionRoom,
} from '#contracts/realtime.js';
import { ReadableDepartments } from '#desk/conversations/readable-departments.js';
import { PresenceService } from '#desk/identity/presence.service.js';
import { SessionService, type SignedIn } from '#desk/identity/session.service.js';
import { Metrics } from '#platform/metrics/metrics.js';
import type { Runtime } from '#platform/runtime.js';
import { RUNTIME } from '#platform/tokens.js';
import { isSameOrigin } from '../identity/same-origin.js';
import { sessionTokenIn } from '../identity/session-cookie.js';

interface Console {
  token: string;
  signedIn: SignedIn;
}

/** How long an officer whose last console went away may take to come back, as in a reload. */
const LEAVE_AFTER_MS = 5_000;

type Welcome = (socket: Socket, signedIn: SignedIn) => void;

/** Consoles connect here and are rung; nothing but ids is ever sent. What may be received is for those who are told of a welcome. */
@Injectable()
export class LiveGateway implements BeforeApplicationShutdown {
  /** A client may be gone between the two: only a console that was welcomed, and so will say goodbye, is kept. */
  private readonly admitted = new WeakMap<Socket, Console>();
  private readonly consoles = new Map<Socket, Console>();
  private readonly welcomes: Welcome[] = [];
  private server: Server | undefined;
  private heartbeat: NodeJS.Timeout | undefined;

  constructor(
    private readonly sessions: SessionService,
    private readonly presence: PresenceService,
    private readonly departments: ReadableDepartments,
    private readonly metrics: Metrics,
    @Inject(RUNTIME) private readonly runtime: Runtime,
  ) {}

  listen(httpServer: HttpServer): void {
    const server = new Server({
      path: LIVE_PATH,
      transports: ['websocket'],
      serveClient: false,
      perMessageDeflate: false,
      maxHttpBufferSize: 4_096,
      pingInterval: 10_000,
      pingTimeout: 5_000,
      allowRequest: (request, answer) => answer(null, isSameOrigin(request.headers)),
    });
    this.server = server;
    this.runtime.doorbell.attach(server);
    server.use((socket, next) => void this.admit(socket).then(() => next(), next));
    server.on(
      'connection',
      (socket) => void this.welcome(socket).catch((error: unknown) => this.refuse(socket, error)),
    );
    this.runtime.doorbell.onChange((isUp) => server.local.emit(isUp ? READY_EVENT : PAUSED_EVENT));
    server.attach(httpServer);
    this.heartbeat = setInterval(() => void this.beat(), HEARTBEAT_SECONDS * 1_000);
  }

  onWelcome(welcome: Welcome): void {
    this.welcomes.push(welcome);
  }

  /** Signed out: its consoles are disconnected, wherever they are. */
  hangUp(sessionId: string): void {
    this.server?.in(sessionRoom(sessionId)).disconnectSockets(true);
  }

  /** No longer an officer, or with other roles: the consoles are disconnected, wherever they are, and have to ask again. */
  hangUpOfficer(officerId: string): void {
    this.server?.in(officerRoom(officerId)).disconnectSockets(true);
  }

  async beforeApplicationShutdown(): Promise<void> {
    clearInterval(this.heartbeat);
    this.server?.local.disconnectSockets(true);
    await this.runtime.doorbell.close();
  }

  private async admit(socket: Socket): Promise<void> {
    const token = sessionTokenIn(socket.handshake.headers.cookie);
    const signedIn = token ? await this.sessions.find(token) : null;
    if (!token || !signedIn) throw new Error('unauthenticated');
    this.admitted.set(socket, { token, signedIn });
  }

  private async welcome(socket: Socket): Promise<void> {
    const known = this.admitted.get(socket);
    if (!known || !socket.connected) return;
    socket.on('disconnect', () => void this.farewell(socket));
    this.consoles.set(socket, known);
    const { actor, sessionId } = known.signedIn;
    for (const tell of this.welcomes) tell(socket, known.signedIn);
    const departments = await this.departments.idsOf(actor);
    await socket.join([officerRoom(actor.officerId), sessionRoom(sessionId), ...departments.map(departmentRoom)]);
    this.metrics.socketsConnected.set(this.consoles.size);
    await this.presence.heartbeat(actor);
    socket.emit(this.runtime.doorbell.isUp() ? READY_EVENT : PAUSED_EVENT);
  }

  /** The console tries again by itself; half joined it would miss rings. */
  private refuse(socket: Socket, error: unknown): void {
    this.runtime.log.warn({ err: error }, 'a console could not be welcomed');
    socket.disconnect(true);
  }

  private async farewell(socket: Socket): Promise<void> {
    const known = this.consoles.get(socket);
    this.consoles.delete(socket);
    this.metrics.socketsConnected.set(this.consoles.size);
    if (known) setTimeout(() => void this.leaveIfGone(known.signedIn), LEAVE_AFTER_MS).unref();
  }

  /** Only when no console of the officer is left in any process; where that cannot be asked, the heartbeat runs out. */
  private async leaveIfGone({ actor }: SignedIn): Promise<void> {
    try {
      const left = await this.server?.in(officerRoom(actor.officerId)).fetchSockets();
      if (left?.length === 0) await this.presence.leave(actor);
    } catch (error) {
      this.runtime.log.debug({ err: error }, 'presence could not be asked');
    }
  }

  /** Officers with a console are present; a session that has ended or lost its roles is hung up. */
  private async beat(): Promise<void> {
    const seen = new Set<string>();
    for (const [socket, { token, signedIn }] of [...this.consoles]) {
      const now = await this.sessions.find(token).catch(() => signedIn);
      if (!now || JSON.stringify(now.actor) !== JSON.stringify(signedIn.actor)) socket.disconnect(true);
      else if (!seen.has(now.id)) {
        seen.add(now.id);
        await this.presence.heartbeat(now.actor).catch(() => undefined);
      }
    }
  }
}
