import { type AddressInfo, connect, createServer, type Socket } from 'node:net';

export interface BreakableLine {
  /** What stands behind it, reached through the line. */
  url: string;
  /** Every connection breaks; new ones can be made at once. */
  cut(): void;
  close(): Promise<void>;
}

/** A line to a server that breaks when told to, as a proxy that is restarted or a network that changes. */
export async function breakableLine(target: string): Promise<BreakableLine> {
  const { hostname, port } = new URL(target);
  const ends = new Set<Socket>();
  const server = createServer((near) => {
    const far = connect({ host: hostname, port: Number(port) });
    near.pipe(far).pipe(near);
    for (const end of [near, far]) {
      ends.add(end);
      end.on('error', () => end.destroy());
      end.on('close', () => {
        ends.delete(end);
        near.destroy();
        far.destroy();
      });
    }
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const cut = () => {
    for (const end of ends) end.destroy();
  };
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    cut,
    close: () => {
      cut();
      return new Promise((resolve) => server.close(() => resolve()));
    },
  };
}
