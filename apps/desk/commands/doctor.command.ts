import type { DeskCommand } from '../desk-command.js';
import { examine, type Finding } from '../doctor/examination.js';

const MARKS: Record<Finding['state'], string> = { good: 'ok  ', remark: 'note', bad: 'BAD ' };

export const command: DeskCommand = {
  name: 'doctor',
  usage: 'doctor',
  summary:
    'looks at Node, disk, database, Redis, build and processes, and says what is wrong; exit code 1 if anything is',
  run: async () => {
    const findings = await examine();
    for (const { state, text } of findings) process.stdout.write(`${MARKS[state]}  ${text}\n`);
    return findings.some(({ state }) => state === 'bad') ? 1 : 0;
  },
};
