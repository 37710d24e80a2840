import { type CanActivate, createParamDecorator, type ExecutionContext, Injectable } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { ChannelKeyService } from '#desk/intake/channel-key.service.js';

declare module 'fastify' {
  interface FastifyRequest {
    /** Set by the channel key guard. */
    channelId?: string;
  }
}

/** `Authorization: Bearer <channel key>`. */
@Injectable()
export class ChannelKeyGuard implements CanActivate {
  constructor(private readonly keys: ChannelKeyService) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const request = context.switchToHttp().getRequest<FastifyRequest>();
    const [, key = ''] = /^Bearer +(\S+)$/i.exec(request.headers.authorization ?? '') ?? [];
    request.channelId = await this.keys.channelOf(key);
    return true;
  }
}

/** The channel whose key came with the request. */
export const ChannelId = createParamDecorator((_: unknown, context: ExecutionContext): string => {
  const { channelId } = context.switchToHttp().getRequest<FastifyRequest>();
  if (channelId === undefined) throw new Error('a route that needs a channel key is not guarded');
  return channelId;
});
