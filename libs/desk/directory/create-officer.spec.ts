import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { verify } from '@node-rs/argon2';
import type { DataSource } from 'typeorm';
import { v7 as uuidv7 } from 'uuid';
import { createDataSource } from '#database/data-source.js';
import { createTestDatabase, type TestDatabase } from '../../../test/support/postgres.js';
import { createOfficer, rolesFrom } from './create-officer.js';

let database: TestDatabase;
let dataSource: DataSource;

beforeAll(async () => {
  database = await createTestDatabase();
  dataSource = await createDataSource({ url: database.url }).initialize();
  await dataSource.query(
    `INSERT INTO department (id, slug, reference_prefix, name_en, name_zh, time_zone)
     VALUES ($1, 'office', 'OF', 'Office', '办公室', 'Asia/Shanghai')`,
    [uuidv7()],
  );
});
afterAll(async () => {
  await dataSource.destroy();
  await database.drop();
});

const officer = (email: string, roles: string) => ({
  email,
  name: 'Somebody',
  password: 'long enough for it',
  capacity: 5,
  roles: rolesFrom(roles),
});

describe('a new officer', () => {
  it('has the roles that were named, each once, and a password that is only kept hashed', async () => {
    const { id } = await createOfficer(
      dataSource,
      officer('a@desk.example', 'officer@office,administrator,officer@office'),
    );
    const grants = await dataSource.query('SELECT role FROM role_grant WHERE officer_id = $1 ORDER BY role', [id]);
    expect(grants).toEqual([{ role: 'administrator' }, { role: 'officer' }]);
    const [{ password_hash }] = await dataSource.query('SELECT password_hash FROM officer WHERE id = $1', [id]);
    expect(password_hash).toMatch(/^\$argon2id\$/);
    expect(await verify(password_hash, 'long enough for it')).toBe(true);
  });

  it('cannot have the address of another, whatever the case', async () => {
    await createOfficer(dataSource, officer('b@desk.example', 'administrator'));
    await expect(createOfficer(dataSource, officer('B@desk.example', 'administrator'))).rejects.toThrow('already');
  });

  it.each([
    ['captain@office', '"captain@office" is not a role'],
    ['officer', 'needs its department'],
    ['', '"" is not a role'],
  ])('cannot have the roles "%s"', (roles, sentence) => {
    expect(() => rolesFrom(roles)).toThrow(sentence);
  });

  it.each([
    [{ roles: rolesFrom('officer@nowhere') }, 'There is no department "nowhere"; there are office.'],
    [{ password: 'short' }, 'The password has 12 to 200 characters.'],
    [{ email: 'nobody' }, '"nobody" is no e-mail address.'],
    [{ capacity: Number.NaN }, 'The capacity is a whole number'],
  ])('is refused with %o', async (wrong, sentence) => {
    const attempt = createOfficer(dataSource, { ...officer('c@desk.example', 'administrator'), ...wrong });
    await expect(attempt).rejects.toThrow(sentence);
  });
});
