import 'reflect-metadata';
import { runProcess } from '#platform/run-process.js';
import { startSite } from './start.js';

await runProcess('site', startSite);
