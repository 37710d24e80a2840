import { diskFull, SetupProblem } from './problem.mjs';
import { capture } from './setup-process.mjs';

/** Installs exactly what the lock of the folder names, whatever the account's own npm settings leave out. */
export async function npmCi(folder, options = []) {
  const args = ['ci', '--no-audit', '--no-fund', '--no-progress', '--loglevel=error', ...options];
  const { code, output } = await npm(args, folder);
  if (code === 0) return;
  if (code === null)
    throw new SetupProblem('npm was not found: install it together with Node and run the same command again.');
  process.stderr.write(`${output.trim()}\n`);
  if (/ENOSPC|no space left/i.test(output)) throw new SetupProblem(diskFull());
  throw new SetupProblem(
    'npm ci failed for the reason above; put it right (often the network) and run the same command again.',
  );
}

/** Under `npm start` the very npm that runs us, elsewhere the one on the path. */
function npm(args, cwd) {
  const script = process.env.npm_execpath;
  if (script && /npm-cli\.c?js$/.test(script)) return capture(process.execPath, [script, ...args], { cwd });
  if (process.platform !== 'win32') return capture('npm', args, { cwd });
  return capture('cmd.exe', ['/d', '/s', '/c', 'npm', ...args], { cwd });
}
