import cookie from '@fastify/cookie';
import helmet from '@fastify/helmet';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { startHttpApp } from '#platform/http/http-app.js';
import type { Running, Runtime } from '#platform/runtime.js';
import { ApiModule } from './api.module.js';
import { IMPORTED_TYPES } from './calendars/imported-file.js';
import { serveConsole } from './console-files.js';
import { LiveGateway } from './live/live.gateway.js';
import { serveOpenApi } from './openapi.js';

/** HTTP and sockets for staff and channel partners, and the console. */
export async function startApi(runtime: Runtime): Promise<Running> {
  const prepare = async (app: NestFastifyApplication) => {
    const fastify = app.getHttpAdapter().getInstance();
    await fastify.register(cookie);
    await fastify.register(helmet, {
      global: false,
      contentSecurityPolicy: { directives: CONTENT_POLICY },
      strictTransportSecurity: false,
    });
    // What partners' programs read needs no headers for browsers, and intake is the hot path.
    fastify.addHook('onRequest', async (request, reply) => {
      if (request.url.startsWith('/api/messages')) return;
      await reply.helmet();
      // What one officer was answered lies in no cache, neither on the machine nor on the way.
      if (request.url.startsWith('/api/')) reply.header('cache-control', 'no-store');
    });
    // A batch is read as it comes, line by line, by its own limits.
    fastify.addContentTypeParser('application/x-ndjson', (_request, payload, done) => done(null, payload));
    fastify.addContentTypeParser(IMPORTED_TYPES, { parseAs: 'buffer' }, (_request, body, done) => done(null, body));
    serveOpenApi(app);
    await serveConsole(app, runtime.config);
    app.get(LiveGateway).listen(app.getHttpServer());
  };
  return startHttpApp({ module: ApiModule, runtime, port: runtime.config.API_PORT, prepare });
}

/** Mantine writes style attributes; scripts come from this origin only. */
const CONTENT_POLICY = {
  defaultSrc: ["'self'"],
  scriptSrc: ["'self'"],
  styleSrc: ["'self'", "'unsafe-inline'"],
  imgSrc: ["'self'", 'data:'],
  connectSrc: ["'self'"],
  objectSrc: ["'none'"],
  frameAncestors: ["'none'"],
  upgradeInsecureRequests: null,
};
