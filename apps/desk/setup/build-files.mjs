import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';
import { inCheckout } from './setup-process.mjs';

/** Over names and contents: times of files say nothing after a clone or a checkout. */
export function fingerprint(paths) {
  const hash = createHash('sha256');
  for (const path of paths) {
    for (const file of filesUnder(inCheckout(path))) {
      hash
        .update(`${relative(inCheckout(), file)}\0`)
        .update(readFileSync(file))
        .update('\0');
    }
  }
  return hash.digest('hex');
}

/** Makes `to` equal to `from`, each file in one step; leaves alone what is equal and what lies under `keep`. */
export function bringOver({ from, to, keep }) {
  const arriving = new Set();
  for (const file of filesUnder(from)) {
    const name = relative(from, file);
    arriving.add(name);
    const target = join(to, name);
    if (isSame(file, target)) continue;
    mkdirSync(dirname(target), { recursive: true });
    renameSync(file, target);
  }
  const isKept = (name) => keep.some((folder) => name.split(sep).join('/').startsWith(`${folder}/`));
  for (const file of filesUnder(to)) {
    const name = relative(to, file);
    if (!arriving.has(name) && !isKept(name)) rmSync(file, { force: true });
  }
}

function isSame(one, other) {
  return existsSync(other) && readFileSync(one).equals(readFileSync(other));
}

function filesUnder(path) {
  if (!existsSync(path)) return [];
  if (statSync(path).isFile()) return [path];
  return readdirSync(path, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
}
