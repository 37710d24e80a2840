import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { describe, expect, it } from '@jest/globals';
import { temporaryFolder } from '../../../test/support/temporary-folder.js';
import { exclusively } from './exclusive.js';

describe('one at a time', () => {
  it('lets a second one in only when the first is through', async () => {
    const lock = join(temporaryFolder(), 'lock');
    const steps: string[] = [];
    const visit = (name: string) =>
      exclusively(lock, async () => {
        steps.push(`${name} in`);
        await pause(20);
        steps.push(`${name} out`);
      });
    await Promise.all([visit('one'), visit('two')]);
    expect(steps).toEqual(['one in', 'one out', 'two in', 'two out']);
    expect(existsSync(lock)).toBe(false);
  });

  it('gives the lock back when the work fails', async () => {
    const lock = join(temporaryFolder(), 'lock');
    await expect(exclusively(lock, () => Promise.reject(new Error('broken')))).rejects.toThrow('broken');
    expect(existsSync(lock)).toBe(false);
  });

  it('takes over from a process that died, and from one whose number was given again', async () => {
    const lock = join(temporaryFolder(), 'lock');
    for (const dead of [
      { pid: 2 ** 22 + 1, startedAt: '1' },
      { pid: process.pid, startedAt: 'before' },
    ]) {
      writeFileSync(lock, JSON.stringify(dead));
      expect(await exclusively(lock, async () => 'in')).toBe('in');
    }
  });
});
