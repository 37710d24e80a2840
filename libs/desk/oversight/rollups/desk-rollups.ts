import { addCells, type Cells } from './cell.js';
import { packed, unpackInto } from './packed-cells.js';
import { nameOf, type RollupKey, type RollupRow, WHOLE_DESK } from './rollup.queries.js';

/** Those of the whole desk, as far as the departments at hand touch them. */
export class DeskRollups {
  private readonly known: Map<string, RolledCells>;

  constructor(rows: readonly RollupRow[] = []) {
    this.known = new Map(rows.map((row) => [nameOf(row), cellsIn(row)]));
  }

  add(row: RollupRow, times: 1 | -1): void {
    const { cells, ...key } = { ...cellsIn(row), departmentId: WHOLE_DESK };
    const sum = this.known.get(nameOf(key)) ?? { ...key, cells: new Map() };
    addCells(sum.cells, cells, times);
    this.known.set(nameOf(key), sum);
  }

  rows(): RollupRow[] {
    const left = [...this.known.values()].filter(({ cells }) => cells.size > 0);
    return left.map(({ cells, ...key }) => ({ ...key, ...packed(cells) }));
  }
}

type RolledCells = RollupKey & { cells: Cells };

function cellsIn({ counts, calendar, working, ...key }: RollupRow): RolledCells {
  const cells: Cells = new Map();
  unpackInto(cells, { counts, calendar, working });
  return { ...key, cells };
}
