import { fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import type { DemoSignIn } from '#desk/directory/demo.js';
import { checkoutFolder } from '../infrastructure/checkout.js';
import { OperatorProblem } from '../operator-problem.js';

export interface Preparation {
  applied: string[];
  seeded: boolean;
  signIns: DemoSignIn[];
}

export type PreparationAnswer = Preparation | { problem: string };

/** Migrations and, where wanted, the demo. In a process of its own, so that the launcher need not carry TypeORM for days. */
export async function prepareDatabase(databaseUrl: string, withDemo: boolean): Promise<Preparation> {
  const script = join(checkoutFolder(), 'dist/apps/desk/launcher/database-preparation.js');
  const child = fork(script, { env: { ...process.env, DATABASE_URL: databaseUrl, WITH_DEMO: withDemo ? 'yes' : '' } });
  const answered = once(child, 'message') as Promise<[PreparationAnswer]>;
  const ended = once(child, 'exit').then(([code, signal]): [PreparationAnswer] => {
    return [{ problem: `The database could not be prepared: that ended with ${signal ?? `code ${code}`}.` }];
  });
  const [answer] = await Promise.race([answered, ended]);
  if ('problem' in answer) throw new OperatorProblem(answer.problem);
  return answer;
}
