import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { RelatedView } from '#contracts/merging.http.js';
import { buildDepartment } from '../../../test/support/build.js';
import type { OfficerClient } from '../../../test/support/clients.js';
import { type StaffedDesk, startStaffedDesk } from '../../../test/support/staffed-desk.js';

describe('what is suggested around a conversation', () => {
  let desk: StaffedDesk['desk'];
  let asAna: OfficerClient;
  let at: StaffedDesk['at'];

  beforeAll(async () => {
    ({ desk, asAna, at } = await startStaffedDesk());
  });
  afterAll(() => desk.close());

  it('are those that say the same, and the others of the same citizen, of departments that the officer reads', async () => {
    const body = 'The pedestrian light at the hospital crossing turns red after two seconds, nobody gets across.';
    const mine = { externalId: `citizen-${randomUUID()}`, name: 'Zhao Min' };
    const one = await at.received({ body, author: mine });
    const copy = await at.received({ body: `Good day! ${body} Thank you.` });
    const again = await at.received({ body: 'When does the library open on Sunday?', author: mine });
    const elsewhere = await buildDepartment(desk.dataSource);
    await at.received({ author: mine, department: elsewhere.slug });
    const { status, body: view } = await asAna.get(`/api/conversations/${one}/related`);
    expect(status).toBe(200);
    const { others, duplicates } = view as RelatedView;
    expect(others.map(({ id }) => id)).toEqual([again]);
    expect(duplicates.slice(0, 2).map(({ id, because }) => [id, because])).toEqual([
      [copy, 'alike'],
      [again, 'same-citizen'],
    ]);
    const reference = (await at.read(copy)).reference.toLowerCase();
    const named = await asAna.get(`/api/conversations/${one}/merge-candidate?reference=${reference}`);
    expect(named).toMatchObject({ status: 200, body: { id: copy } });
    expect((await asAna.get(`/api/conversations/${one}/merge-candidate?reference=BJ-0000-0000`)).status).toBe(404);
  });
});
