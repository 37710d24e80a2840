import { Controller, Get, Header, Headers, Param, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { Refusal } from '#domain/refusal.js';
import { ASSETS, FAVICON } from './assets.js';

const FOR_EVER = 'public, max-age=31536000, immutable';

@Controller()
export class AssetController {
  @Get('assets/:file')
  @Header('vary', 'Accept-Encoding')
  asset(
    @Param('file') file: string,
    @Headers('accept-encoding') accepted: string | undefined,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Buffer {
    const asset = ASSETS.get(`/assets/${file}`);
    if (!asset) throw new Refusal('not-found');
    reply.header('content-type', asset.type).header('cache-control', FOR_EVER);
    const encoding = encodingFrom(accepted);
    if (!encoding) return asset.body;
    reply.header('content-encoding', encoding === 'brotli' ? 'br' : 'gzip');
    return asset[encoding];
  }

  /** For what asks without having read a page. */
  @Get('favicon.ico')
  @Header('content-type', FAVICON.type)
  @Header('cache-control', 'public, max-age=86400')
  favicon(): Buffer {
    return FAVICON.body;
  }

  @Get('robots.txt')
  @Header('content-type', 'text/plain; charset=utf-8')
  @Header('cache-control', 'public, max-age=86400')
  robots(): string {
    return 'User-agent: *\nDisallow: /track/\nDisallow: /submit\n';
  }
}

function encodingFrom(accepted = ''): 'brotli' | 'gzip' | null {
  const names = accepted.split(',').map((part) => part.trim());
  if (names.some((name) => /^br(;q=(1|0\.0*[1-9]).*)?$/.test(name))) return 'brotli';
  return names.some((name) => /^gzip(;q=(1|0\.0*[1-9]).*)?$/.test(name)) ? 'gzip' : null;
}
