import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { exclusively } from './exclusive.mjs';
import { npmCi } from './npm.mjs';
import { SetupProblem } from './problem.mjs';
import { inCheckout, timed } from './setup-process.mjs';

/** `npm ci` removes node_modules first, so this file inside it stands for a finished install of exactly this lock. */
const stamp = inCheckout('node_modules/.answerable-installed');

export async function installDependencies() {
  if (isInstalled()) return;
  await exclusively('setup', async () => {
    if (isInstalled()) return;
    if (!isEquivalent()) await timed('Installing the packages (about a minute, once)', installAnew);
    writeFileSync(stamp, wanted());
  });
}

/** Twice at most: an npm that a killed start left behind may still have been at work in the same folder. */
async function installAnew() {
  const install = () => npmCi(inCheckout(), ['--include=dev', '--include=optional']);
  await install();
  if (!isEquivalent()) await install();
  if (!isEquivalent())
    throw new SetupProblem('npm ci left out packages; look for "omit" and "ignore" settings in .npmrc.');
}

function isInstalled() {
  return existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted();
}

function wanted() {
  const lock = readFileSync(inCheckout('package-lock.json'));
  return `${createHash('sha256').update(lock).digest('hex')} ${process.platform}-${process.arch}\n`;
}

/** A developer's own `npm install` is as good: npm writes its hidden lock last, after the packages' scripts. */
function isEquivalent() {
  const installed = packagesOf('node_modules/.package-lock.json');
  const locked = packagesOf('package-lock.json');
  if (!installed || !locked) return false;
  return Object.entries(locked).every(([folder, { version, optional, peer, link }]) => {
    if (folder === '' || link) return true;
    const found = installed[folder];
    if (!found) return Boolean(optional || peer);
    return found.version === version && existsSync(inCheckout(folder, 'package.json'));
  });
}

function packagesOf(path) {
  try {
    return JSON.parse(readFileSync(inCheckout(path), 'utf8')).packages;
  } catch {
    return undefined;
  }
}
