import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Figure, figuresSchema } from '#contracts/oversight.http.js';
import type { OfficerClient } from '../../../test/support/clients.js';
import { type StaffedDesk, startStaffedDesk } from '../../../test/support/staffed-desk.js';

const HOUR_MS = 3_600_000;

describe('the figures of acknowledging', () => {
  let desk: StaffedDesk['desk'];
  let asAna: OfficerClient;
  let asLead: OfficerClient;
  let at: StaffedDesk['at'];

  beforeAll(async () => {
    ({ desk, asAna, asLead, at } = await startStaffedDesk());
  });
  afterAll(() => desk.close());

  const acknowledged = async (): Promise<Figure> => {
    await desk.passTime(0);
    const { body } = await asLead.get('/api/oversight/response-times?measure=acknowledged&groupBy=none');
    return figuresSchema.parse(body).total;
  };
  const opened = async (opens: Record<string, string> = {}): Promise<string[]> => {
    const { body } = await asLead.get(`/api/inbox?limit=100&${new URLSearchParams(opens)}`);
    return (body as { items: { id: string }[] }).items.map(({ id }) => id);
  };
  const withBins = async () => {
    const externalId = randomUUID();
    const source = await at.received({ externalId });
    await at.followUp(externalId, { body: 'Besides, our bins were not emptied this week.' });
    return { source, chosen: (await at.read(source)).thread.at(-1)?.id };
  };

  it('count what is split off neither as acknowledged nor as waiting for it: its citizen was seen once', async () => {
    const { source, chosen } = await withBins();
    await desk.passTime(HOUR_MS);
    await at.act(asAna, source, 'claim');
    const before = await acknowledged();
    await at.act(asAna, source, 'split', { messageIds: [chosen] });
    const after = await acknowledged();
    expect(after).toMatchObject({ n: before.n, medianHours: 1, open: { n: 0, longestHours: null } });
    expect(await opened(after.open?.opens)).toEqual([]);
  });

  it('count both as acknowledged when somebody merges two or splits one that nobody had looked at', async () => {
    const before = await acknowledged();
    const { source, chosen } = await withBins();
    const [survivor, merged] = [await at.received(), await at.received()];
    expect((await acknowledged()).open?.n).toBe(3);
    await at.act(asLead, source, 'split', { messageIds: [chosen] });
    await at.merge(asLead, merged, survivor);
    const after = await acknowledged();
    // What is merged counts nowhere but in its survivor.
    expect(after).toMatchObject({ n: before.n + 2, open: { n: 0 } });
    for (const id of [source, survivor]) {
      expect((await at.read(id)).acknowledgedAt).not.toBeNull();
      expect(await opened(after.opens)).toContain(id);
    }
  });
});
