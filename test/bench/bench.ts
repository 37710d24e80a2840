import type { BenchReport } from './report/report.js';
import type { Workbench } from './servers/workbench.js';

export interface BenchOptions {
  /** A smoke run: short samples, little data. Its figures mean nothing. */
  isQuick: boolean;
  /** `live` only: messages per second that the shares are taken of, instead of what intake reached. */
  highestRate: number | undefined;
}

export type Bench = (workbench: Workbench, options: BenchOptions) => Promise<BenchReport>;

/** Of rules alone: nothing has to be started for it. */
export type RuleBench = (options: BenchOptions) => BenchReport;
