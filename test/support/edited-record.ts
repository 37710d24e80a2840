import type { DataSource } from 'typeorm';

const TABLES = ['conversation_event', 'audit_link', 'audit_anchor', 'audit_anchor_chain'];

/** What only the owner of the database can do, and nobody should: changes what is append-only. */
export async function editTheRecord(dataSource: DataSource, statement: string, values: unknown[] = []): Promise<void> {
  await dataSource.transaction(async (tx) => {
    for (const table of TABLES) await tx.query(`ALTER TABLE ${table} DISABLE TRIGGER ${table}_stays`);
    await tx.query(statement, values);
    for (const table of TABLES) await tx.query(`ALTER TABLE ${table} ENABLE ALWAYS TRIGGER ${table}_stays`);
  });
}
