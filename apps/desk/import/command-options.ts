import { type ParseArgsOptionsConfig, parseArgs } from 'node:util';
import { OperatorProblem } from '../operator-problem.js';

/** Reads a command's options; a wrong one is answered with the usage. */
export function readOptions<Options extends ParseArgsOptionsConfig>(
  args: string[],
  { options, usage }: { options: Options; usage: string },
) {
  try {
    return parseArgs({ args, options, allowPositionals: true, strict: true });
  } catch (error) {
    const reason = error instanceof Error ? error.message.split('. ')[0] : String(error);
    throw new OperatorProblem(`${reason}.\nUsage: npm run desk -- ${usage}`);
  }
}

/** The value of an option that the command cannot do without. */
export function needed(value: string | undefined, { name, usage }: { name: string; usage: string }): string {
  if (value?.trim()) return value.trim();
  throw new OperatorProblem(`${name} is missing.\nUsage: npm run desk -- ${usage}`);
}
