import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import fastifyStatic from '@fastify/static';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { Config } from '#contracts/config.js';

const YEAR_SECONDS = 31_536_000;

/** The built console at `/`: hashed assets for ever, every other path its one page. Nothing where it is not built. */
export async function serveConsole(app: NestFastifyApplication, config: Config): Promise<void> {
  const root = resolve(config.CONSOLE_DIR);
  if (!existsSync(resolve(root, 'index.html'))) return;
  const fastify = app.getHttpAdapter().getInstance();
  await fastify.register(fastifyStatic, {
    root,
    wildcard: false,
    setHeaders: (reply, path) => {
      const isHashed = path.includes('/assets/');
      reply.header('cache-control', isHashed ? `public, max-age=${YEAR_SECONDS}, immutable` : 'no-cache');
    },
  });
  fastify.get('/*', (request, reply) => {
    if (/^\/(api|live|assets|health|metrics)(\/|$)/.test(request.url)) return reply.callNotFound();
    return reply.header('cache-control', 'no-cache').sendFile('index.html');
  });
}
