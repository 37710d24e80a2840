import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { OFFICER_HEADER } from '#contracts/identity.http.js';
import { buildDepartment, buildOfficer } from '../../../test/support/build.js';
import { call, type OfficerClient, signIn } from '../../../test/support/clients.js';
import { startDesk, type TestDesk } from '../../../test/support/desk.js';

/** A cookie is the browser's: a tab may not know yet whose it has become. */
describe('a console that asks in the name of one officer with the cookie of another', () => {
  let desk: TestDesk;
  let asBo: OfficerClient;
  let anaId: string;
  let boId: string;

  beforeAll(async () => {
    desk = await startDesk({ worker: false });
    const department = await buildDepartment(desk.dataSource);
    anaId = (await buildOfficer(desk.dataSource, { department })).id;
    const bo = await buildOfficer(desk.dataSource, { department });
    boId = bo.id;
    asBo = await signIn(desk.api, bo.email);
  });
  afterAll(() => desk.close());

  const ask = (method: string, path: string, officerId: string) =>
    call(`${desk.api}/api${path}`, {
      method,
      headers: {
        cookie: asBo.cookie,
        [OFFICER_HEADER]: officerId,
        ...(method === 'PUT' && { 'content-type': 'application/json' }),
      },
      ...(method === 'PUT' && { body: JSON.stringify({ isAvailable: false }) }),
    });

  it.each([
    ['GET', '/inbox'],
    ['PUT', '/me/availability'],
    ['DELETE', '/session'],
  ])('does nothing: %s %s', async (method, path) => {
    expect(await ask(method, path, anaId)).toMatchObject({ status: 401, body: { code: 'another-officer' } });
    expect((await asBo.get('/api/me')).body).toMatchObject({ id: boId, isAvailable: true });
  });

  it('goes on in its own', async () => {
    expect((await ask('GET', '/inbox', boId)).status).toBe(200);
    expect((await ask('PUT', '/me/availability', boId)).status).toBe(204);
    expect((await ask('DELETE', '/session', boId)).status).toBe(204);
  });
});
