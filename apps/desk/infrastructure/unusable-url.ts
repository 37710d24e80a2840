import { types } from 'node:util';
import { diskFull, isDiskFull, OperatorProblem } from '../operator-problem.js';
import { dataFolder } from './checkout.js';

const MEANINGS: Record<string, string> = {
  ECONNREFUSED: 'nothing answers at the address in it (is its server running?)',
  ENOTFOUND: 'its host name is not known',
  EAI_AGAIN: 'its host name cannot be looked up now',
  ETIMEDOUT: 'its host does not answer',
  EHOSTUNREACH: 'its host cannot be reached',
  ENETUNREACH: 'its host cannot be reached',
  ECONNRESET: 'the server closed the connection',
  '28P01': 'the user or the password in it is wrong',
  '28000': 'the server does not let this user in from here',
  '3D000': 'the database in it does not exist',
  '57P03': 'the server is still starting; try again in a moment',
  '53300': 'the server has no connection left',
  WRONGPASS: 'the user or the password in it is wrong',
  NOAUTH: 'the server wants a password',
};

/** One sentence for a failed connection that names the variable; its value may hold a password and is never shown. */
export function unusableUrl(named: string, error: unknown): OperatorProblem {
  if (isDiskFull(error)) return diskFull(dataFolder());
  const because = meaningOf(error) ?? (types.isNativeError(error) ? withoutUrl(error.message) : 'it does not work');
  return new OperatorProblem(`${named} cannot be used: ${because}.`);
}

/** A host with several addresses fails with an error for each: the first will do. */
function meaningOf(error: unknown): string | undefined {
  if (!types.isNativeError(error)) return undefined;
  if ('errors' in error && Array.isArray(error.errors)) return meaningOf(error.errors[0]);
  const code = 'code' in error ? String(error.code) : (error.message.split(' ')[0] ?? '');
  return MEANINGS[code];
}

function withoutUrl(message: string): string {
  return message.replace(/\w+:\/\/\S+/g, '(its value)').replace(/\.$/, '');
}
