import { Body, Controller, Delete, Get, HttpCode, Inject, Post, Put, Req, Res } from '@nestjs/common';
import { ApiNoContentResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { availabilitySchema, type Me, meSchema, type SignIn, signInSchema } from '#contracts/identity.http.js';
import { DirectoryService } from '#desk/directory/directory.service.js';
import { PresenceService } from '#desk/identity/presence.service.js';
import { SessionService } from '#desk/identity/session.service.js';
import { Refusal } from '#domain/refusal.js';
import type { Runtime } from '#platform/runtime.js';
import { RUNTIME } from '#platform/tokens.js';
import { LiveGateway } from '../live/live.gateway.js';
import { CurrentOfficer, Public, type SignedIn } from './current-officer.js';
import { isSameOrigin } from './same-origin.js';
import { cookieOptions, SESSION_COOKIE, sessionTokenIn } from './session-cookie.js';

@ApiTags('session')
@Controller('api')
export class SessionController {
  constructor(
    private readonly sessions: SessionService,
    private readonly presence: PresenceService,
    private readonly directory: DirectoryService,
    private readonly live: LiveGateway,
    @Inject(RUNTIME) private readonly runtime: Runtime,
  ) {}

  @Public()
  @Post('session')
  @HttpCode(204)
  @ApiNoContentResponse({ description: 'Signed in; the cookie carries the session' })
  async signIn(
    @Body({ schema: signInSchema }) body: SignIn,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<void> {
    if (!isSameOrigin(request.headers)) throw new Refusal('forbidden', { detail: 'Sent from another site.' });
    const { token, expiresAt } = await this.sessions.open({ ...body, address: request.ip });
    reply.setCookie(SESSION_COOKIE, token, cookieOptions(this.runtime.config, expiresAt));
  }

  @Delete('session')
  @HttpCode(204)
  async signOut(
    @CurrentOfficer() { sessionId }: SignedIn,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<void> {
    this.live.hangUp(sessionId);
    await this.sessions.close(sessionTokenIn(request.headers.cookie) ?? '');
    reply.clearCookie(SESSION_COOKIE, cookieOptions(this.runtime.config));
  }

  @Get('me')
  @ApiOkResponse({ standardSchema: meSchema })
  async me(@CurrentOfficer() { id, email, name, isAvailable, actor }: SignedIn): Promise<Me> {
    const departments = await this.directory.of(actor);
    return { id, email, name, isAvailable, grants: [...actor.grants], departments };
  }

  @Put('me/availability')
  @HttpCode(204)
  async setAvailability(
    @CurrentOfficer() officer: SignedIn,
    @Body({ schema: availabilitySchema }) { isAvailable }: { isAvailable: boolean },
  ): Promise<void> {
    await this.presence.setAvailable(officer.actor, isAvailable);
  }
}
