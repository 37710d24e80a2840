import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import type { AddressInfo } from 'node:net';
import type { FastifyInstance } from 'fastify';

export interface Route {
  method: string;
  path: string;
}

/**
 * Every route that any Fastify of this process registers from here on, whoever registers it: what is added to site or api
 * later is found without being listed.
 */
export class RegisteredRoutes {
  private readonly apps: { fastify: FastifyInstance; routes: Route[] }[] = [];

  private readonly watch = (message: unknown): void => {
    const { fastify } = message as { fastify: FastifyInstance };
    const routes: Route[] = [];
    this.apps.push({ fastify, routes });
    fastify.addHook('onRoute', ({ method, url }) => {
      for (const one of [method].flat()) routes.push({ method: one, path: url });
    });
  };

  constructor() {
    subscribe('fastify.initialization', this.watch);
  }

  stop(): void {
    unsubscribe('fastify.initialization', this.watch);
  }

  /** Of the process that listens at this address. What answers HEAD and OPTIONS says nothing of its own. */
  of(url: string): Route[] {
    const port = Number(new URL(url).port);
    const app = this.apps.find(({ fastify }) => (fastify.server.address() as AddressInfo | null)?.port === port);
    if (!app) throw new Error(`nothing was seen to start at ${url}`);
    const known = new Map(app.routes.map((route) => [`${route.method} ${route.path}`, route]));
    return [...known.values()].filter(({ method }) => !['HEAD', 'OPTIONS', 'TRACE', 'SEARCH'].includes(method));
  }
}
