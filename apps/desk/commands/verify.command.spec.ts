import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Department } from '#database/entities/department.entity.js';
import { buildChannel, buildDepartment } from '../../../test/support/build.js';
import { postAccepted } from '../../../test/support/clients.js';
import { startDesk, type TestDesk } from '../../../test/support/desk.js';
import { editTheRecord } from '../../../test/support/edited-record.js';
import { temporaryFolder } from '../../../test/support/temporary-folder.js';
import { checkoutFolder } from '../infrastructure/checkout.js';

const COPY = join(temporaryFolder(), 'audit-anchors.json');

describe('npm run desk -- verify audit', () => {
  let desk: TestDesk;
  let whole: Department;
  let spoiled: Department;

  beforeAll(async () => {
    desk = await startDesk({ site: true });
    const { key } = await buildChannel(desk.dataSource);
    [whole, spoiled] = [await buildDepartment(desk.dataSource), await buildDepartment(desk.dataSource)];
    for (const { slug } of [whole, spoiled, spoiled]) await postAccepted(desk.api, key, { department: slug });
    await desk.passTime(0);
    writeFileSync(COPY, await (await fetch(`${desk.site}/open-data/audit-anchors.json`)).text());
  });
  afterAll(() => desk.close());

  const verify = async (...args: string[]) => {
    const child = spawn(process.execPath, [join(checkoutFolder(), 'dist/apps/desk/main.js'), 'verify', ...args], {
      env: { ...process.env, DATABASE_URL: desk.env.DATABASE_URL },
    });
    const [out, err, [code]] = await Promise.all([text(child.stdout), text(child.stderr), once(child, 'close')]);
    return { code, out, err };
  };

  it('answers 0 where all fits, with and without a saved copy', async () => {
    const plain = await verify('audit');
    expect(plain).toMatchObject({ code: 0, err: '' });
    expect(plain.out).toMatch(/\d+ links looked at, \d+ chain\(s\), no saved anchors to compare with, 0 broken\./);
    const { code, out } = await verify('audit', '--anchors', COPY);
    expect([code, out]).toEqual([0, expect.stringContaining('1 saved anchor(s) compared, 0 broken.')]);
  });

  it.each([
    [['audit', '--department', 'nowhere'], 'There is no department "nowhere"; there are '],
    [['audit', '--deep'], "Unknown option '--deep'"],
    [['figures'], 'What can be verified is audit.'],
    [['audit', '--anchors', '/nowhere.json'], '/nowhere.json cannot be read.'],
    [['audit', '--anchors', join(checkoutFolder(), 'package.json')], 'package.json is no copy of the site'],
    [['audit', '--anchors', join(checkoutFolder(), 'README.md')], 'README.md is no copy of the site'],
  ])('says what is wrong with %j', async (args, words) => {
    const { code, err } = await verify(...args);
    expect([code, err]).toEqual([1, expect.stringContaining(words)]);
    expect(err).not.toContain('    at ');
  });

  it('answers 1 where something does not fit, and names the chain, the place and the day', async () => {
    await editTheRecord(desk.dataSource, 'DELETE FROM audit_link WHERE chain_id = $1 AND seq > 1', [spoiled.id]);
    const { code, out } = await verify('audit', '--department', spoiled.slug, '--anchors', COPY);
    expect(code).toBe(1);
    expect(out).toMatch(new RegExp(`${spoiled.slug}: link 2 is missing, with all that followed: .* as the anchor of `));
    expect(await verify('audit', '--department', whole.slug)).toMatchObject({ code: 0 });
    expect(await verify('audit')).toMatchObject({ code: 1 });
  });

  it('compares with the saved copy whatever the database says of itself', async () => {
    await editTheRecord(desk.dataSource, `UPDATE audit_anchor SET root = sha256('x')`);
    const { out } = await verify('audit', '--department', whole.slug, '--anchors', COPY);
    expect(out).toMatch(/The anchor of \d{4}-\d\d-\d\d is not the one in the saved copy\./);
  });
});
