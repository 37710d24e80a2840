import { createInterface } from 'node:readline/promises';
import { Writable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { OperatorProblem } from '../operator-problem.js';

/** From the terminal without an echo, or from what is piped in; null where nothing was given. */
export async function askPassword(): Promise<string | null> {
  if (!process.stdin.isTTY) return (await text(process.stdin)).replace(/\r?\n$/, '') || null;
  const first = await ask('Password (nothing: one is made): ');
  if (first === '') return null;
  if ((await ask('The same again: ')) === first) return first;
  throw new OperatorProblem('The two passwords differ: nothing was stored.');
}

async function ask(question: string): Promise<string> {
  process.stdout.write(question);
  const silent = new Writable({ write: (_chunk, _encoding, done) => done() });
  const terminal = createInterface({ input: process.stdin, output: silent, terminal: true });
  terminal.on('SIGINT', () => process.exit(130));
  try {
    return await terminal.question('');
  } finally {
    terminal.close();
    process.stdout.write('\n');
  }
}
