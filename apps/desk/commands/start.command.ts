import { type Config, loadConfig } from '#contracts/config.js';
import type { DemoSignIn } from '#desk/directory/demo.js';
import type { DeskCommand } from '../desk-command.js';
import { dataFolder } from '../infrastructure/checkout.js';
import { forgetRunningDesk } from '../infrastructure/running-desk.js';
import { claimCheckout } from '../launcher/claim-checkout.js';
import { launchDesk } from '../launcher/launch-desk.js';
import { type Addresses, addressesOf } from '../launcher/open-apps.js';
import { say } from '../launcher/progress.js';
import { StartedParts } from '../launcher/started-parts.js';
import { onStopRequest, StopRequested, whenAborted } from '../launcher/stop-request.js';

export const command: DeskCommand = {
  name: 'start',
  usage: 'start [--no-demo]',
  summary: 'starts everything and stops it again at Ctrl-C (npm start)',
  run: async (args) => {
    const settings = readSettings();
    await claimCheckout(addressesOf(settings));
    try {
      await runUntilStopped(settings, !args.includes('--no-demo'));
    } finally {
      forgetRunningDesk();
    }
    return 0;
  },
};

/** The other variables are checked before PostgreSQL is started to learn DATABASE_URL. */
function readSettings(): Config {
  return loadConfig({ ...process.env, DATABASE_URL: process.env.DATABASE_URL || 'postgres://127.0.0.1/not-yet-known' });
}

async function runUntilStopped(settings: Config, withDemo: boolean): Promise<void> {
  const from = performance.now();
  const parts = new StartedParts();
  // A terminal that went away must not end this before it has stopped the rest.
  for (const stream of [process.stdout, process.stderr]) stream.on('error', () => undefined);
  const signal = onStopRequest(() => {
    parts.kill();
    process.exit(130);
  });
  try {
    say('Answerable is starting');
    const signIns = await launchDesk({ settings, parts, signal, withDemo });
    say(`\nAnswerable is ready after ${((performance.now() - from) / 1000).toFixed(1)} s.\n`);
    announce(addressesOf(settings), signIns);
    await whenAborted(signal);
  } catch (error) {
    if (!(error instanceof StopRequested)) throw error;
  } finally {
    await close(parts);
  }
}

async function close(parts: StartedParts): Promise<void> {
  if (parts.isEmpty) return;
  say('\nStopping (Ctrl-C again to force) …');
  await parts.stop();
  say('Stopped; the data is kept.');
}

function announce(addresses: Addresses, signIns: DemoSignIn[]): void {
  say(`  Press centre            ${addresses.site}`);
  say(`  Console and API         ${addresses.api}`);
  say(`  Worker (health only)    ${addresses.worker}/health/ready`);
  if (signIns.length > 0) say('\n  Demo sign-ins for the console:');
  const wide = (key: 'name' | 'email' | 'password') =>
    Math.max(0, ...signIns.map((signIn) => columns(signIn[key]))) + 2;
  const fill = (text: string, width: number) => text + ' '.repeat(width - columns(text));
  const [name, email, password] = [wide('name'), wide('email'), wide('password')];
  for (const signIn of signIns) {
    const cells = fill(signIn.email, email) + fill(signIn.password, password) + fill(signIn.name, name);
    say(`    ${cells}${signIn.roles.join(', ')}`);
  }
  say(`\n  Logs are in ${dataFolder('logs')}. Ctrl-C stops everything.`);
}

/** Chinese characters take two columns of a terminal. */
function columns(text: string): number {
  return text.length + (text.match(/\p{Script=Han}/gu)?.length ?? 0);
}
