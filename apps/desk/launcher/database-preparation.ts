import { migrate } from '#database/migrate.js';
import { seedDemo } from '#desk/directory/demo.js';
import { explain } from '../explain.js';
import type { PreparationAnswer } from './prepare-database.js';

/** The script behind prepare-database.ts. */
process.send?.(await prepare(), () => process.disconnect());

async function prepare(): Promise<PreparationAnswer> {
  const { DATABASE_URL = '', WITH_DEMO } = process.env;
  try {
    const applied = await migrate(DATABASE_URL);
    const demo = WITH_DEMO ? await seedDemo(DATABASE_URL) : { seeded: false, signIns: [] };
    return { ...demo, applied };
  } catch (error) {
    return { problem: explain(error) };
  }
}
