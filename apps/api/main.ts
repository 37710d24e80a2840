import 'reflect-metadata';
import { runProcess } from '#platform/run-process.js';
import { startApi } from './start.js';

await runProcess('api', startApi);
