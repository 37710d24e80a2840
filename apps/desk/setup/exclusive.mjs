import { mkdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import { inCheckout } from './setup-process.mjs';

/** One `npm start`, `npm test` or command at a time installs and builds; the others wait for it and then find the work done. */
export async function exclusively(name, act) {
  mkdirSync(inCheckout('.runtime'), { recursive: true });
  const path = inCheckout('.runtime', `${name}.lock`);
  for (let round = 0; !take(path); round += 1) {
    if (round === 10) process.stderr.write('  Another command is setting up this checkout; waiting for it …\n');
    await pause(100);
  }
  const release = () => rmSync(path, { force: true });
  process.on('exit', release);
  try {
    return await act();
  } finally {
    release();
    process.off('exit', release);
  }
}

function take(path) {
  try {
    writeFileSync(path, `${process.pid} ${startOf(process.pid)}`, { flag: 'wx' });
    return true;
  } catch (error) {
    if (error.code !== 'EEXIST') throw error;
    if (isAbandoned(path)) clearAway(path);
    return false;
  }
}

function isAbandoned(path) {
  const content = read(path);
  const age = Date.now() - (statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? Date.now());
  if (!content) return age > 5_000;
  const [pid, start] = content.split(' ');
  return !isAlive(Number(pid)) || startOf(pid) !== start;
}

/** Moved before it is judged again, so that a lock taken in between by somebody else is put back and not lost. */
function clearAway(path) {
  const aside = `${path}.${process.pid}`;
  try {
    renameSync(path, aside);
  } catch {
    return;
  }
  if (isAbandoned(aside)) rmSync(aside, { force: true });
  else renameSync(aside, path);
}

function isAlive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === 'EPERM';
  }
}

/** Tells a process from a later one under the same number, where the system says (Linux). */
function startOf(pid) {
  const stat = read(`/proc/${pid}/stat`);
  return stat ? stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19] : '-';
}

function read(path) {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
}
