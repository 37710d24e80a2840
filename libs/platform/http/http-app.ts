import { randomUUID } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import type { DynamicModule, Type } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { MESSAGE_BYTES_LIMIT } from '#contracts/intake.http.js';
import { NestLog } from '../log/log.js';
import { enterRequest } from '../log/request-context.js';
import { Metrics } from '../metrics/metrics.js';
import { PlatformModule } from '../platform.module.js';
import type { Running, Runtime } from '../runtime.js';
import { problemOf } from './problem.filter.js';

const REQUEST_ID = /^[A-Za-z0-9._-]{1,64}$/;

export interface HttpAppOptions {
  module: Type;
  runtime: Runtime;
  port: number;
  /** Registers plugins and routes that are not controllers, before Nest's own. */
  prepare?(app: NestFastifyApplication): Promise<void>;
}

/** One Nest application on Fastify with what every process has: request ids, logs, metrics, problems, health. */
export async function startHttpApp({
  module,
  runtime,
  port,
  prepare,
}: HttpAppOptions): Promise<Running & { app: NestFastifyApplication }> {
  const adapter = new FastifyAdapter({
    bodyLimit: MESSAGE_BYTES_LIMIT,
    trustProxy: (_address: string, hop: number) => hop < runtime.config.TRUSTED_PROXIES,
    forceCloseConnections: true,
    // A path that cannot be decoded never reaches Nest.
    frameworkErrors: (error: Error, _request: FastifyRequest, reply: FastifyReply) => {
      const problem = problemOf(error);
      void reply.status(problem.status).type('application/problem+json; charset=utf-8').send(JSON.stringify(problem));
    },
    requestTimeout: 300_000,
    genReqId: (request: IncomingMessage) => {
      const given = request.headers['x-request-id'];
      return typeof given === 'string' && REQUEST_ID.test(given) ? given : randomUUID();
    },
  });
  const root: DynamicModule = { module, imports: [PlatformModule.for(runtime)] };
  const app = await NestFactory.create<NestFastifyApplication>(root, adapter, {
    logger: new NestLog(runtime.log),
    abortOnError: false,
  });
  observe(app, runtime);
  allowLargerBodies(app);
  await prepare?.(app);
  try {
    await app.listen(port, runtime.config.HOST);
  } catch (error) {
    await app.close();
    throw error;
  }
  return { app, url: await app.getUrl(), close: () => app.close() };
}

/** A route says how much it takes by `@RouteConfig({ bodyLimit })`, in bytes; Nest itself hands no such limit on. */
function allowLargerBodies(app: NestFastifyApplication): void {
  app
    .getHttpAdapter()
    .getInstance()
    .addHook('onRoute', (route) => {
      const given: unknown = route.config && Reflect.get(route.config, 'bodyLimit');
      if (typeof given === 'number') route.bodyLimit = given;
    });
}

function observe(app: NestFastifyApplication, runtime: Runtime): void {
  const fastify = app.getHttpAdapter().getInstance();
  const metrics = app.get(Metrics);
  fastify.addHook('onRequest', (request, reply, done) => {
    enterRequest(request.id);
    reply.header('x-request-id', request.id);
    done();
  });
  fastify.addHook('onResponse', (request, reply, done) => {
    const route = request.routeOptions.url ?? 'unmatched';
    const seconds = reply.elapsedTime / 1_000;
    metrics.httpSeconds.observe({ method: request.method, route, status: String(reply.statusCode) }, seconds);
    runtime.log.debug(
      { method: request.method, route, status: reply.statusCode, ms: Math.round(reply.elapsedTime) },
      'request',
    );
    done();
  });
}
