import { type Cell, type Cells, cellIn, type Timing } from './cell.js';

/** Cells as they are kept: what is counted, and the two clocks beside it, so that a screen reads only its own. */
export interface PackedCells {
  counts: Buffer;
  calendar: Buffer;
  working: Buffer;
}

export const CLOCK_COLUMNS = ['calendar', 'working'] as const;
export type ClockColumn = (typeof CLOCK_COLUMNS)[number];

/** Equal cells give equal bytes, in whatever order they came together. */
export function packed(cells: Cells): PackedCells {
  const sorted = [...cells].sort(([a], [b]) => (a < b ? -1 : 1));
  const counts = new Writer();
  const clocks = { calendar: new Writer(), working: new Writer() };
  for (const [key, cell] of sorted) {
    counts.word(key);
    for (const n of countsOf(cell)) counts.number(n);
    for (const clock of CLOCK_COLUMNS) writeTiming(clocks[clock], key, cell[clock]);
  }
  return { counts: counts.bytes(), calendar: clocks.calendar.bytes(), working: clocks.working.bytes() };
}

const countsOf = (cell: Cell) => [cell.n, cell.judged, cell.within, cell.withinFiveDays, cell.withinSevenDays];

function writeTiming(to: Writer, key: string, { n, ms, bins }: Timing): void {
  if (n === 0) return;
  to.word(key);
  to.number(n);
  to.number(ms);
  to.number(bins.size);
  let before = 0;
  for (const [bin, count] of [...bins].sort(([a], [b]) => a - b)) {
    to.number(bin - before);
    to.number(count);
    before = bin;
  }
}

/** Which cell takes what is packed under a key; null: none. */
export type CellKey = (key: string) => string | null;

const ITS_OWN: CellKey = (key) => key;

/** Adds what is packed to the cells. */
export function unpackInto(
  cells: Cells,
  packed: Partial<PackedCells> & Pick<PackedCells, 'counts'>,
  cellOf: CellKey = ITS_OWN,
): void {
  const counts = new Reader(packed.counts);
  while (counts.hasMore()) {
    const key = cellOf(counts.word());
    const numbers = COUNTED.map(() => counts.number());
    if (key === null) continue;
    const cell = cellIn(cells, key);
    for (const [place, name] of COUNTED.entries()) cell[name] += numbers[place] ?? 0;
  }
  for (const clock of CLOCK_COLUMNS) {
    const bytes = packed[clock];
    if (bytes) readTimings(new Reader(bytes), cells, { clock, cellOf });
  }
}

const COUNTED = ['n', 'judged', 'within', 'withinFiveDays', 'withinSevenDays'] as const;

function readTimings(from: Reader, cells: Cells, { clock, cellOf }: { clock: ClockColumn; cellOf: CellKey }): void {
  while (from.hasMore()) {
    const key = cellOf(from.word());
    const [n, ms, size] = [from.number(), from.number(), from.number()];
    const timing = key === null ? NOWHERE : cellIn(cells, key)[clock];
    let bin = 0;
    for (let place = 0; place < size; place += 1) {
      bin += from.number();
      const count = from.number();
      if (key !== null) timing.bins.set(bin, (timing.bins.get(bin) ?? 0) + count);
    }
    if (key === null) continue;
    timing.n += n;
    timing.ms += ms;
  }
}

const NOWHERE: Timing = { n: 0, ms: 0, bins: new Map() };

/** Whole numbers from 0 to 2^53, seven bits a byte; words with their length before them. */
class Writer {
  private readonly parts: number[] = [];

  number(value: number): void {
    let rest = value;
    while (rest >= 128) {
      this.parts.push((rest % 128) + 128);
      rest = Math.floor(rest / 128);
    }
    this.parts.push(rest);
  }

  word(text: string): void {
    const bytes = Buffer.from(text, 'utf8');
    this.number(bytes.length);
    for (const byte of bytes) this.parts.push(byte);
  }

  bytes(): Buffer {
    return Buffer.from(this.parts);
  }
}

class Reader {
  private at = 0;

  constructor(private readonly bytes: Buffer) {}

  hasMore(): boolean {
    return this.at < this.bytes.length;
  }

  /** Most numbers are a byte or two. */
  number(): number {
    const first = this.bytes[this.at++] ?? 0;
    if (first < 128) return first;
    const second = this.bytes[this.at++] ?? 0;
    if (second < 128) return (first & 127) | (second << 7);
    let value = (first & 127) | ((second & 127) << 7);
    for (let unit = 16_384; ; unit *= 128) {
      const byte = this.bytes[this.at++] ?? 0;
      if (byte < 128) return value + byte * unit;
      value += (byte - 128) * unit;
    }
  }

  word(): string {
    const length = this.number();
    this.at += length;
    return this.bytes.toString('utf8', this.at - length, this.at);
  }
}
