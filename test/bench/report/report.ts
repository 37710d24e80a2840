import { cpus, totalmem } from 'node:os';
import { median, spread } from './statistics.js';

export interface Sample {
  floor: number;
  ours: number;
}

/** One figure against its floor: medians of samples that were taken in turn. */
export interface Measure {
  what: string;
  unit: string;
  floor: number;
  ours: number;
  /** Ours by floor. */
  ratio: number;
  spread: { floor: [number, number]; ours: [number, number] };
  target: string;
  met: boolean;
  samples: Sample[];
}

/** A figure that has a limit of its own, or none. */
export interface Fact {
  what: string;
  value: number;
  unit: string;
  target?: string;
  met?: boolean;
}

export interface BenchReport {
  name: string;
  machine: string;
  unit: string;
  floor: number;
  ours: number;
  ratio: number;
  target: string;
  /** Every measure and every fact that has a target. */
  met: boolean;
  samples: Sample[];
  measures: Measure[];
  facts: Fact[];
  notes: string[];
}

export interface Target {
  text: string;
  isMet(ratio: number): boolean;
}

export const atLeast = (ratio: number): Target => ({ text: `≥ ${ratio} × floor`, isMet: (found) => found >= ratio });
export const atMost = (ratio: number): Target => ({ text: `≤ ${ratio} × floor`, isMet: (found) => found <= ratio });

export function measureOf(what: string, given: { unit: string; samples: Sample[]; target: Target }): Measure {
  const { unit, samples, target } = given;
  const floors = samples.map((sample) => sample.floor);
  const ours = samples.map((sample) => sample.ours);
  const ratio = median(ours) / median(floors);
  return {
    what,
    unit,
    floor: median(floors),
    ours: median(ours),
    ratio,
    spread: { floor: spread(floors), ours: spread(ours) },
    target: target.text,
    met: target.isMet(ratio),
    samples,
  };
}

export function limitedFact(what: string, given: { value: number; unit: string; atMost: number }): Fact {
  const { value, unit, atMost } = given;
  return { what, value, unit, target: `≤ ${atMost}${unit === '×' ? ' ×' : ` ${unit}`}`, met: value <= atMost };
}

export function reachedFact(what: string, given: { value: number; unit: string; atLeast: number }): Fact {
  const { value, unit, atLeast } = given;
  return { what, value, unit, target: `≥ ${atLeast} ${unit}`, met: value >= atLeast };
}

/** The headline is one of the measures; the others and the facts stand beside it. */
export function reportOf(
  name: string,
  given: { headline: Measure; measures: Measure[]; facts: Fact[]; notes: string[] },
): BenchReport {
  const { headline, measures, facts, notes } = given;
  const { unit, floor, ours, ratio, target, samples } = headline;
  const met = [...measures, ...facts].every((figure) => figure.met !== false);
  return { name, machine: machine(), unit, floor, ours, ratio, target, met, samples, measures, facts, notes };
}

/** Where there is nothing to compare with; JSON shows the floor and the ratio as null. */
export function reportWithoutFloor(
  name: string,
  { headline, facts, notes }: { headline: Fact; facts: Fact[]; notes: string[] },
): BenchReport {
  const all = [headline, ...facts];
  const met = all.every((figure) => figure.met !== false);
  const { value: ours, unit, target = '' } = headline;
  const none = { floor: Number.NaN, ratio: Number.NaN, samples: [], measures: [] };
  return { name, machine: machine(), unit, ours, target, met, facts: all, notes, ...none };
}

/** Enough to tell apart figures of different machines. */
function machine(): string {
  const model = cpus()[0]?.model.trim() ?? 'unknown processor';
  const memory = Math.round(totalmem() / 2 ** 30);
  return `${cpus().length} × ${model}, ${memory} GB, ${process.platform} ${process.arch}, Node ${process.versions.node}`;
}
