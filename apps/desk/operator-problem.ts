import { types } from 'node:util';

/** What the person at the terminal can put right: the message is one full sentence with the way out, shown without a stack. */
export class OperatorProblem extends Error {
  override name = 'OperatorProblem';
}

export function diskFull(folder: string): OperatorProblem {
  return new OperatorProblem(`The disk that holds ${folder} is full: free about 1 GB and run the same command again.`);
}

/** From an error of the file system or from what another program printed. */
export function isDiskFull(found: unknown): boolean {
  if (typeof found === 'string') return /No space left on device|ENOSPC/.test(found);
  return types.isNativeError(found) && 'code' in found && (found.code === 'ENOSPC' || found.code === '53100');
}
