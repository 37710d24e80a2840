import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { DeskCommand } from './desk-command.js';
import { explain } from './explain.js';

const SUFFIX = '.command.js';
const HELP = ['help', '--help', '-h'];

process.exit(await main(process.argv.slice(2)));

async function main([name = 'help', ...args]: string[]): Promise<number> {
  if (HELP.includes(name)) return help();
  if (!names().includes(name)) return unknown(name);
  try {
    const command = await load(name);
    if (args.some((arg) => arg === '--help' || arg === '-h')) return usage(command);
    return await command.run(args);
  } catch (error) {
    process.stderr.write(`\n${explain(error)}\n`);
    return 1;
  }
}

/** Every file commands/<name>.command.ts is a command. */
function names(): string[] {
  const files = readdirSync(join(import.meta.dirname, 'commands'));
  return files.filter((file) => file.endsWith(SUFFIX)).map((file) => file.slice(0, -SUFFIX.length));
}

async function load(name: string): Promise<DeskCommand> {
  const { command } = (await import(`./commands/${name}${SUFFIX}`)) as { command: DeskCommand };
  return command;
}

async function help(): Promise<number> {
  process.stdout.write('npm run desk -- <command>\n\n');
  for (const name of names()) usage(await load(name));
  return 0;
}

function usage(command: DeskCommand): number {
  process.stdout.write(`  ${command.usage}\n      ${command.summary}\n`);
  return 0;
}

function unknown(name: string): number {
  process.stderr.write(`There is no command "${name}"; there are ${names().join(', ')}.\n`);
  return 2;
}
