import 'reflect-metadata';
import { runProcess } from '#platform/run-process.js';
import { startWorker } from './start.js';

await runProcess('worker', startWorker);
