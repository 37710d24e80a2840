import type { Config } from '#contracts/config.js';
import { isPortFree } from '../infrastructure/free-port.js';
import { OperatorProblem } from '../operator-problem.js';

const PORTS = ['SITE_PORT', 'API_PORT', 'WORKER_PORT'] as const;

/** Before anything is started: whether the three ports can be had. */
export async function checkPorts(config: Config): Promise<void> {
  const seen = new Map<number, string>();
  for (const variable of PORTS) {
    const port = config[variable];
    const other = seen.get(port);
    if (other) throw new OperatorProblem(`${variable} and ${other} are both ${port}: give one of them another port.`);
    seen.set(port, variable);
    if (!(await isPortFree(port, config.HOST))) throw taken(variable, port, config.HOST);
  }
}

function taken(variable: string, port: number, host: string): OperatorProblem {
  const another = port < 60_000 ? port + 100 : port - 100;
  return new OperatorProblem(
    `Port ${port} (${variable}) on ${host} is taken by another program or not allowed: choose another, for instance ${variable}=${another} npm start`,
  );
}
