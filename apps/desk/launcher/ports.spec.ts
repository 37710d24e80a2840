import { createServer, type Server } from 'node:net';
import { afterEach, describe, expect, it } from '@jest/globals';
import { loadConfig } from '#contracts/config.js';
import { freePort } from '../infrastructure/free-port.js';
import { checkPorts } from './ports.js';

describe('the ports of the desk', () => {
  let squatter: Server | undefined;
  afterEach(() => void squatter?.close());

  it('are accepted when nobody has them', async () => {
    await expect(checkPorts(await configWith({}))).resolves.toBeUndefined();
  });

  it('are refused in one sentence that names the port, its variable and the way out', async () => {
    const port = await freePort();
    squatter = createServer().listen(port, '127.0.0.1');
    const refusal = checkPorts(await configWith({ API_PORT: port }));
    await expect(refusal).rejects.toThrow(new RegExp(`^Port ${port} \\(API_PORT\\) .* API_PORT=\\d+ npm start$`));
  });

  it('must differ from each other', async () => {
    const port = await freePort();
    const refusal = checkPorts(await configWith({ API_PORT: port, SITE_PORT: port }));
    await expect(refusal).rejects.toThrow('API_PORT and SITE_PORT are both');
  });
});

async function configWith(chosen: Record<string, number>) {
  const ports = { SITE_PORT: await freePort(), API_PORT: await freePort(), WORKER_PORT: await freePort(), ...chosen };
  const env = Object.fromEntries(Object.entries(ports).map(([name, port]) => [name, String(port)]));
  return loadConfig({ DATABASE_URL: 'postgres://127.0.0.1/desk', ...env });
}
