import { existsSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';

/** The folder of package.json, found from the source as well as from the build. */
export function checkoutFolder(): string {
  let folder = import.meta.dirname;
  while (!existsSync(join(folder, 'package-lock.json'))) {
    if (folder === dirname(folder)) return process.cwd();
    folder = dirname(folder);
  }
  return folder;
}

/** What this checkout keeps between starts. DATA_DIR moves it, for a second desk beside the first. */
export function dataFolder(...parts: string[]): string {
  return resolve(checkoutFolder(), process.env.DATA_DIR || '.data', ...parts);
}
