import { findRunningDesk } from '../infrastructure/running-desk.js';
import { ask } from '../launcher/readiness.js';
import type { Finding } from './examination.js';

/** Only what `npm start` of this checkout runs: of other processes it does not know where they are. */
export async function processFindings(): Promise<Finding[]> {
  const desk = findRunningDesk();
  if (!desk) return [{ state: 'remark', text: 'npm start does not run in this checkout' }];
  return Promise.all(Object.entries(desk.addresses).map(([name, url]) => visit(name, url)));
}

async function visit(name: string, url: string): Promise<Finding> {
  const answer = await ask(`${url}/health/ready`);
  return answer === 'ready'
    ? { state: 'good', text: `${name} is ready at ${url}` }
    : { state: 'bad', text: `${name} at ${url}: ${answer}` };
}
