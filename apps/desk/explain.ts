import { ConfigError } from '#contracts/config.js';
import { dataFolder } from './infrastructure/checkout.js';
import { diskFull, isDiskFull, OperatorProblem } from './operator-problem.js';

const NOT_WRITABLE = ['EACCES', 'EPERM', 'EROFS'];
const INSUFFICIENT_PRIVILEGE = '42501';

/** One sentence for what the operator can put right; the stack for what is a bug. */
export function explain(error: unknown): string {
  if (error instanceof OperatorProblem || error instanceof ConfigError) return error.message;
  if (isDiskFull(error)) return diskFull(dataFolder()).message;
  if (!(error instanceof Error)) return String(error);
  const { code, path } = error as NodeJS.ErrnoException;
  if (code && NOT_WRITABLE.includes(code) && path) {
    return `This account may not use ${path}: run this as the owner of the folder, or give it to this account.`;
  }
  if (code === INSUFFICIENT_PRIVILEGE) return `The user in DATABASE_URL may not do this: ${error.message}.`;
  return error.stack ?? error.message;
}
