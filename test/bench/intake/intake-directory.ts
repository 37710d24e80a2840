import { createDataSource } from '#database/data-source.js';
import { buildChannel, buildDepartment } from '../../support/build.js';

const DEPARTMENTS = 8;

/** Departments to write to and a channel to write on. */
export async function intakeDirectory(databaseUrl: string): Promise<{ key: string; departments: string[] }> {
  const dataSource = await createDataSource({ url: databaseUrl, poolSize: 2 }).initialize();
  try {
    const departments: string[] = [];
    for (let n = 0; n < DEPARTMENTS; n += 1) departments.push((await buildDepartment(dataSource)).slug);
    return { key: (await buildChannel(dataSource)).key, departments };
  } finally {
    await dataSource.destroy();
  }
}
