import { chmodSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Within the folder of the run, which is removed at its end together with the servers that still run in it. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(join(process.env.TEST_FOLDER || tmpdir(), 'part-'));
  // PostgreSQL's own account has to pass through it when the specs run as root.
  chmodSync(folder, 0o755);
  return folder;
}
