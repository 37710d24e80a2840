import type { Bench } from '../bench.js';
export const inboxBench: Bench = () => Promise.reject(new Error('later'));
