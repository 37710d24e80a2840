import type { Bench } from '../bench.js';
export const liveBench: Bench = () => Promise.reject(new Error('later'));
