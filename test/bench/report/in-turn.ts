import { tell } from './progress.js';

export interface Pair<Result> {
  floor: Result;
  ours: Result;
}

export interface Turns<Result> {
  what: string;
  rounds: number;
  floor(): Promise<Result>;
  ours(): Promise<Result>;
  /** For the progress line. */
  inWords(result: Result): string;
}

/** Floor and product in turn, A B A B A B: what else the machine does meanwhile falls on both. */
export async function inTurn<Result>({ what, rounds, floor, ours, inWords }: Turns<Result>): Promise<Pair<Result>[]> {
  const pairs: Pair<Result>[] = [];
  for (let round = 1; round <= rounds; round += 1) {
    const pair = { floor: await floor(), ours: await ours() };
    tell(
      `  ${what}${rounds > 1 ? `, ${round} of ${rounds}` : ''}: floor ${inWords(pair.floor)}, ours ${inWords(pair.ours)}`,
    );
    pairs.push(pair);
  }
  return pairs;
}

export function samplesOf<Result>(pairs: readonly Pair<Result>[], figure: (result: Result) => number) {
  return pairs.map(({ floor, ours }) => ({ floor: figure(floor), ours: figure(ours) }));
}
