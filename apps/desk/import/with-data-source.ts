import type { DataSource } from 'typeorm';
import { createDataSource } from '#database/data-source.js';
import { Refusal } from '#domain/refusal.js';
import { type CommandEnvironment, withDatabase } from '../infrastructure/database-for-command.js';
import { OperatorProblem } from '../operator-problem.js';

/** Runs with a connection to the desk's database; what the desk refuses is told in its one sentence. */
export function withDataSource(
  run: (dataSource: DataSource, env: CommandEnvironment) => Promise<number>,
): Promise<number> {
  return withDatabase(async (url, env) => {
    const dataSource = createDataSource({ url, poolSize: 4, applicationName: 'answerable-command' });
    await dataSource.initialize();
    try {
      return await run(dataSource, env);
    } catch (error) {
      if (error instanceof Refusal) throw new OperatorProblem(error.message);
      throw error;
    } finally {
      await dataSource.destroy();
    }
  });
}
