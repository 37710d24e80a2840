import { Injectable } from '@nestjs/common';
import type { PublicPerformance } from '#contracts/oversight.http.js';
import { PublicPerformanceService } from '#desk/oversight/public-performance.service.js';
import { addDays } from '#domain/deadlines/calendar-days.js';
import { Clock } from '#platform/clock.js';

/** Each holds the next one. */
export const PERIODS = ['all', '365', '90', '30'] as const;
export type Period = (typeof PERIODS)[number];

/** All of history unless a known period is asked for. */
export function periodFrom(asked: unknown): Period {
  return PERIODS.find((period) => period === asked) ?? 'all';
}

/** A page that a newspaper links to is asked for many times a second: they share one reading. */
const SHARED_MS = 2_000;

@Injectable()
export class PerformanceReading {
  private readonly shared = new Map<Period, { at: number; read: Promise<PublicPerformance> }>();

  constructor(
    private readonly performance: PublicPerformanceService,
    private readonly clock: Clock,
  ) {}

  read(period: Period): Promise<PublicPerformance> {
    const known = this.shared.get(period);
    const now = performance.now();
    if (known && now - known.at < SHARED_MS) return known.read;
    const read = this.readAnew(period);
    this.shared.set(period, { at: now, read });
    // What failed is asked again by the next reader.
    read.catch(() => this.shared.delete(period));
    return read;
  }

  /** What is published of the longer ones decides what can be of this one. */
  private async readAnew(period: Period): Promise<PublicPerformance> {
    const longer = PERIODS.slice(0, PERIODS.indexOf(period)).reverse();
    const published = await Promise.all(longer.map((one) => this.read(one)));
    return this.performance.read(this.datesOf(period), published);
  }

  /** Without an end: today is a different day in every zone. */
  private datesOf(period: Period): { from?: string } {
    if (period === 'all') return {};
    return { from: addDays(this.clock.now().toISOString().slice(0, 10), 1 - Number(period)) };
  }
}
