import { createServer, type RequestListener, type Server } from 'node:http';

/** The address of the floor's database. */
export function floorDatabase(): string {
  const { DATABASE_URL } = process.env;
  if (!DATABASE_URL) throw new Error('a floor is started by its bench');
  return DATABASE_URL;
}

/** Bare node:http on a free port; tells the bench where, and ends with it. */
export function serveFloor(listener: RequestListener): Server {
  const server = createServer(listener);
  // As Fastify: connections that rest while the other side is measured are kept.
  server.keepAliveTimeout = 72_000;
  server.listen(0, '127.0.0.1', () => {
    const address = server.address();
    if (address && typeof address === 'object') process.send?.(`http://127.0.0.1:${address.port}`);
  });
  process.once('disconnect', () => process.exit(0));
  process.once('SIGTERM', () => process.exit(0));
  return server;
}
