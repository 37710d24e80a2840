import { createInterface, type Interface } from 'node:readline/promises';
import { Writable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { OperatorProblem } from '../operator-problem.js';

/** From the terminal without an echo, or from what is piped in; null where nothing was given. */
export async function askPassword(): Promise<string | null> {
  if (!process.stdin.isTTY) return (await text(process.stdin)).replace(/\r?\n$/, '') || null;
  const terminal = silentTerminal();
  try {
    const first = await ask(terminal, 'Password (leave it empty to have one made): ');
    if (first === '') return null;
    if ((await ask(terminal, 'The same again: ')) === first) return first;
  } finally {
    terminal.close();
  }
  throw new OperatorProblem('The two passwords differ: nothing was stored.');
}

/** Opened before the question is shown, so that nothing typed is ever echoed. */
function silentTerminal(): Interface {
  const nowhere = new Writable({ write: (_chunk, _encoding, done) => done() });
  const terminal = createInterface({ input: process.stdin, output: nowhere, terminal: true });
  terminal.on('SIGINT', () => process.exit(130));
  return terminal;
}

async function ask(terminal: Interface, question: string): Promise<string> {
  process.stdout.write(question);
  const answer = await terminal.question('');
  process.stdout.write('\n');
  return answer;
}
