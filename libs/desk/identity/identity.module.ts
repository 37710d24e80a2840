import { Module } from '@nestjs/common';
import { PresenceService } from './presence.service.js';
import { SessionService } from './session.service.js';
import { SignInLimit } from './sign-in-limit.js';

@Module({ providers: [SessionService, SignInLimit, PresenceService], exports: [SessionService, PresenceService] })
export class IdentityModule {}
