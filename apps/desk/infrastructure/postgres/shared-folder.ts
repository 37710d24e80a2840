import { existsSync, lstatSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { OperatorProblem } from '../../operator-problem.js';

const CANDIDATES = ['/var/lib/answerable', '/var/tmp/answerable-of-root'];

/** For root only: a folder that PostgreSQL's account can enter when the checkout lies in a private one such as /root. */
export function sharedFolder(): string {
  const usable = CANDIDATES.find(isOurs);
  if (usable) return usable;
  throw new OperatorProblem(
    `PostgreSQL's account can enter neither this folder nor ${CANDIDATES.join(' nor ')}: move the checkout to a folder that others may enter (chmod o+x), or set DATABASE_URL.`,
  );
}

/** Where an earlier start put it; stays in use when the checkout has become reachable since. */
export function foundInSharedFolder(name: string): string | undefined {
  return CANDIDATES.map((folder) => join(folder, name)).find((folder) => existsSync(join(folder, 'data')));
}

/** In a folder that anybody may write, somebody else could have made it first. */
function isOurs(path: string): boolean {
  try {
    mkdirSync(path, { recursive: true, mode: 0o755 });
    const found = lstatSync(path);
    return found.isDirectory() && found.uid === 0 && (found.mode & 0o022) === 0;
  } catch {
    return false;
  }
}
