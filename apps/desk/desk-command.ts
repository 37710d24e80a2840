export interface DeskCommand {
  name: string;
  /** What follows `npm run desk --`, for the help text. */
  usage: string;
  summary: string;
  /** Resolves to the exit code. An OperatorProblem thrown here is printed as its one sentence. */
  run(args: string[]): Promise<number>;
}
