import 'reflect-metadata';
import { runProcess } from '#platform/run-process.js';
import { startApi } from '../api/start.js';
import { startSite } from '../site/start.js';
import { startWorker } from '../worker/start.js';

/** Everything in one process, for a desk without Redis: the sockets are then at hand of the relay. */
await runProcess('desk', async (runtime) => {
  const running = [await startApi(runtime), await startWorker(runtime), await startSite(runtime)];
  const [api] = running;
  return {
    url: api?.url ?? '',
    close: async () => {
      for (const app of running.reverse()) await app.close();
    },
  };
});
