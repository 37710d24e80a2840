import { explain } from '../explain.js';
import { databaseFindings } from './database.findings.js';
import { machineFindings } from './machine.findings.js';
import { processFindings } from './process.findings.js';
import { redisFindings } from './redis.findings.js';

export interface Finding {
  state: 'good' | 'remark' | 'bad';
  text: string;
}

/** Looks and changes nothing. */
export async function examine(): Promise<Finding[]> {
  const findings: Finding[] = [];
  for (const look of [machineFindings, databaseFindings, redisFindings, processFindings]) {
    findings.push(...(await look().catch((error) => [{ state: 'bad' as const, text: explain(error) }])));
  }
  return findings;
}
