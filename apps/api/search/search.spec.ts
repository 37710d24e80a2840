import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { ConversationView } from '#contracts/conversations.http.js';
import type { InboxPage, InboxRow } from '#contracts/inbox.http.js';
import type { Department } from '#database/entities/department.entity.js';
import { buildChannel, buildDepartment, buildOfficer } from '../../../test/support/build.js';
import { type OfficerClient, postAccepted, signIn } from '../../../test/support/clients.js';
import { startDesk, type TestDesk } from '../../../test/support/desk.js';

const HOUR_MS = 3_600_000;

describe('search', () => {
  let desk: TestDesk;
  let key: string;
  /** Made before anybody asks: who reads which departments is known for some seconds. */
  const unused: Department[] = [];
  let department: Department;
  let asOfficer: OfficerClient;

  beforeAll(async () => {
    desk = await startDesk();
    ({ key } = await buildChannel(desk.dataSource));
    for (let n = 0; n < 40; n += 1) unused.push(await buildDepartment(desk.dataSource));
  });
  afterAll(() => desk.close());
  beforeEach(async () => {
    department = newDepartment();
    asOfficer = await officerOf(department);
  });

  const newDepartment = () => {
    const taken = unused.pop();
    if (!taken) throw new Error('more departments are needed');
    return taken;
  };
  const officerOf = async (where: Department, roles: ('officer' | 'supervisor')[] = ['officer', 'supervisor']) => {
    const { email } = await buildOfficer(desk.dataSource, { department: where, roles, isAvailable: false });
    return signIn(desk.api, email);
  };
  const post = async (body: string, more: object = {}) => {
    const accepted = await postAccepted(desk.api, key, { department: department.slug, body, ...more });
    return accepted.conversationId;
  };
  const search = async (q: string, more = '', client = asOfficer) => {
    const answer = await client.get(`/api/inbox?view=all&q=${encodeURIComponent(q)}${more}`);
    expect(answer.status).toBe(200);
    return answer.body as InboxPage;
  };
  const idsFor = async (q: string, more = '', client = asOfficer) =>
    (await search(q, more, client)).items.map((row) => row.id);
  const read = async (id: string) => (await asOfficer.get(`/api/conversations/${id}`)).body as ConversationView;
  const act = async (id: string, verb: string, more: object = {}) => {
    const { version } = await read(id);
    const answer = await asOfficer.send('POST', `/api/conversations/${id}/${verb}`, { version, ...more });
    expect([answer.status, answer.body]).toEqual([expect.any(Number), expect.anything()]);
    expect(answer.status).toBeLessThan(300);
    await desk.drain();
    return answer.body as never;
  };
  const marked = (row: InboxRow | undefined) =>
    row?.match?.excerpt.map(({ text, isMatch }) => (isMatch ? `[${text}]` : text)).join('');

  it('finds two-character words wherever they stand in a Chinese text, and marks them', async () => {
    const id = await post('我们小区业主对物业公司很不满意，请尽快处理。');
    await desk.drain();
    for (const word of ['业主', '物业', '公司', '区业']) expect(await idsFor(word)).toEqual([id]);
    expect(marked((await search('物业')).items[0])).toBe('我们小区业主对[物业]公司很不满意，请尽快处理。');
    expect(await idsFor('动物')).toEqual([]);
  });

  it('finds English words in any case and number, and phrases only as they stand', async () => {
    const id = await post('The roads at the school were closed; works begin on Monday.');
    const other = await post('Road works at night keep the whole street awake.');
    await desk.drain();
    expect(new Set(await idsFor('ROAD works'))).toEqual(new Set([id, other]));
    expect(await idsFor('"road works"')).toEqual([other]);
    expect(await idsFor('road works bus')).toEqual([]);
  });

  it('finds by title, by the name of the citizen and by what was answered', async () => {
    const id = await post('路灯坏了很久，请派人来看看。', {
      title: '关于停车位',
      author: { externalId: 'x', name: '欧阳晓燕' },
    });
    await desk.drain();
    expect(await idsFor('停车位')).toEqual([id]);
    expect(await idsFor('欧阳晓燕')).toEqual([id]);
    await act(id, 'claim');
    const { lastEntryId } = await read(id);
    await act(id, 'replies', { replyId: randomUUID(), body: '维修班组明天上门更换灯泡。', lastEntryId });
    expect((await search('灯泡')).items[0]?.match).toMatchObject({ kind: 'reply' });
    expect(await idsFor('灯泡')).toEqual([id]);
  });

  it('finds a corrected reply by its new words only', async () => {
    const id = await post('请问公园几点关门？谢谢各位。');
    await desk.drain();
    await act(id, 'claim');
    const replyId = randomUUID();
    await act(id, 'replies', { replyId, body: '公园晚上九点关闭。', lastEntryId: (await read(id)).lastEntryId });
    await act(id, `replies/${replyId}/corrections`, { version: 1, body: '公园晚上十点锁门。', reason: '时间写错了' });
    expect(await idsFor('锁门')).toEqual([id]);
    expect(await idsFor('关闭')).toEqual([]);
  });

  it('finds notes while they are there, and names mentioned in them by nobody’s id', async () => {
    const id = await post('河边有异味，请环保部门去看看。');
    await desk.drain();
    const noteId = randomUUID();
    await act(id, 'notes', { noteId, body: '已电话联系河长办。' });
    expect((await search('河长办')).items[0]).toMatchObject({ id, match: { kind: 'note', entryId: noteId } });
    await asOfficer.send('DELETE', `/api/conversations/${id}/notes/${noteId}?version=1`);
    expect(await idsFor('河长办')).toEqual([]);
  });

  it('finds what a letter says while it is written', async () => {
    const id = await post('希望给我父亲安排床位，谢谢你们。');
    await desk.drain();
    await act(id, 'claim');
    const begun = (await asOfficer.send('POST', '/api/letters', { conversationId: id })).body as {
      id: string;
      version: number;
    };
    const text = { title: '致张先生的公开信', salutation: '张先生：', body: '已协调省肿瘤医院。', officialId: null };
    const saved = await asOfficer.send('PUT', `/api/letters/${begun.id}/draft`, { version: begun.version, ...text });
    expect(saved.status).toBe(200);
    expect((await search('肿瘤医院')).items[0]).toMatchObject({ id, match: { kind: 'letter', entryId: begun.id } });
  });

  it('leads from a reference straight to its conversation, however it is typed', async () => {
    const id = await post('垃圾分类以后桶少了，附近居民很不方便。');
    await desk.drain();
    const { reference } = await read(id);
    const found = await search(reference.toLowerCase().replaceAll('-', ' '));
    expect(found).toMatchObject({ items: [{ id, match: { kind: 'reference' } }], nextCursor: null });
    expect((await search('BJ-0000-0000')).items).toEqual([]);
  });

  it('shows nothing of a department that the officer has no part in, not by reference either', async () => {
    const elsewhere = await officerOf(newDepartment());
    const id = await post('地铁口的共享单车挡住了盲道。');
    await desk.drain();
    const { reference } = await read(id);
    expect(await idsFor('共享单车', '', elsewhere)).toEqual([]);
    expect(await idsFor(reference, '', elsewhere)).toEqual([]);
    expect(await idsFor('共享单车')).toEqual([id]);
  });

  it('goes with a conversation to the department that it is transferred to', async () => {
    const receiving = newDepartment();
    const asReceiving = await officerOf(receiving);
    const id = await post('公交站牌倒了，老人孩子等车很危险。');
    await desk.drain();
    expect(await idsFor('站牌', '', asReceiving)).toEqual([]);
    await act(id, 'transfer', { department: receiving.slug });
    expect(await idsFor('站牌', '', asReceiving)).toEqual([id]);
    expect(await idsFor('站牌')).toEqual([]);
  });

  it('finds what a moderator hid: staff read it in the conversation too', async () => {
    const id = await post('这些骗子不得好死，电话13812345678打了没人接。');
    await desk.drain();
    expect(await idsFor('骗子')).toEqual([id]);
  });

  it('keeps the filters of the list', async () => {
    const open = await post('小区门口的道路坑坑洼洼，请修补。');
    const closed = await post('小区绿化带里堆满了建筑垃圾。');
    await desk.drain();
    await act(closed, 'close', { reason: 'no-answer-needed' }).catch(() => undefined);
    const status = (await read(closed)).status;
    expect(await idsFor('小区', `&status=${status}`)).toContain(closed);
    expect(await idsFor('小区', '&status=queued')).toContain(open);
    expect(await idsFor('小区', '&view=mine'.replace('&view=mine', '&officer=me'))).toEqual([]);
    await act(open, 'claim');
    expect(await idsFor('小区', '&officer=me')).toEqual([open]);
  });

  it('answers one row for a conversation, with the best of its matches', async () => {
    const externalId = randomUUID();
    const id = await post('学区划分什么时候公布？我们很着急。', { externalId });
    await desk.drain();
    await post('再问一次学区，学区，学区的事。', { inReplyTo: externalId });
    await desk.drain();
    const { items } = await search('学区');
    expect(items.map((row) => row.id)).toEqual([id]);
    expect(marked(items[0])).toContain('再问一次');
  });

  it('puts a title before a text, and what is newer before what is older', async () => {
    const old = await post('医保报销要多久才能到账呢？', { postedAt: ago(400 * 24) });
    const titled = await post('请问怎么办理，谢谢答复。', { title: '异地医保', postedAt: ago(10 * 24) });
    const recent = await post('社区医院不能刷医保卡，很不方便。', { postedAt: ago(24) });
    await desk.drain();
    expect(await idsFor('医保')).toEqual([titled, recent, old]);
  });

  it('turns pages that miss nothing and repeat nothing while more comes in', async () => {
    const texts = Array.from({ length: 130 }, (_, n) => `第${n}次反映噪音扰民问题，请回复。`);
    const posted = await Promise.all(texts.map((text, n) => post(text, { postedAt: ago(n * 30 + 1) })));
    await desk.drain();
    const seen: string[] = [];
    let cursor: string | null = null;
    do {
      const page: InboxPage = await search('噪音', `&limit=40${cursor ? `&cursor=${cursor}` : ''}`);
      seen.push(...page.items.map((row) => row.id));
      cursor = page.nextCursor;
      await post('又有新的噪音，希望你们来看看。');
      await desk.drain();
    } while (cursor);
    expect(new Set(seen).size).toBe(seen.length);
    expect(new Set(seen)).toEqual(new Set(posted));
  });

  it.each(['!!!', '水', "'", '"""', '。，'])('says plainly that %j is nothing to look for', async (q) => {
    const answer = await asOfficer.get(`/api/inbox?view=all&q=${encodeURIComponent(q)}`);
    expect(answer).toMatchObject({ status: 422, body: { code: 'invalid', errors: [{ field: 'q' }] } });
  });

  it.each([
    "物业' | '小区",
    '物业 & !小区:*',
    '\\物业\\',
    "'); DROP TABLE search_entry; --",
    '<script>alert(1)</script>',
    '%_物业',
  ])('takes %j for words', async (q) => {
    expect((await search(q)).items).toEqual([]);
  });

  it('answers the longest questions', async () => {
    for (const q of ['物'.repeat(200), 'ab '.repeat(66), '"'.repeat(100) + 'a'.repeat(100)]) {
      expect((await search(q)).items).toEqual([]);
    }
  });

  it('refuses what is longer than a question', async () => {
    const answer = await asOfficer.get(`/api/inbox?view=all&q=${'a'.repeat(201)}`);
    expect(answer.status).toBe(422);
    expect((await asOfficer.get('/api/inbox?view=all&q=%E7%89%A9%E4%B8%9A&cursor=WzEsMl0')).status).toBe(422);
    for (const at of [8.64e15, -8.64e15]) {
      const cursor = Buffer.from(JSON.stringify([at, randomUUID()])).toString('base64url');
      expect((await asOfficer.get(`/api/inbox?view=all&q=%E7%89%A9%E4%B8%9A&cursor=${cursor}`)).status).toBe(422);
    }
  });

  it('finds what was stored before there was an index, after the worker has looked', async () => {
    const id = await post('暖气不热，已经打了三次热线。');
    await desk.drain();
    await desk.dataSource.query('DELETE FROM search_entry WHERE conversation_id = $1', [id]);
    expect(await idsFor('暖气')).toEqual([]);
    await desk.dataSource.query('DELETE FROM search_fill');
    await desk.passTime(60_000);
    expect(await idsFor('暖气')).toEqual([id]);
  });

  it('is filled without waiting for what somebody is at, and has that under its new department', async () => {
    const id = await post('电梯停了，老人下不了楼。');
    const target = newDepartment();
    await desk.drain();
    await desk.dataSource.query('DELETE FROM search_entry WHERE conversation_id = $1', [id]);
    await desk.dataSource.query('DELETE FROM search_fill');
    await desk.dataSource.transaction(async (tx) => {
      await tx.query('UPDATE conversation SET department_id = $2 WHERE id = $1', [id, target.id]);
      await desk.passTime(0);
    });
    await desk.passTime(0);
    const asTarget = await officerOf(target);
    expect(await idsFor('电梯', '', asTarget)).toEqual([id]);
    expect(await idsFor('电梯')).toEqual([]);
  });

  it('finds answered conversations about the same, with the answer to borrow, and nothing of other departments', async () => {
    const asked = await post('和平路的路灯坏了半个月，夜里出行危险，请维修。');
    const unlike = await post('孩子上学要过一条马路，没有红绿灯和斑马线，家长都很担心。');
    await desk.drain();
    for (const id of [asked, unlike]) {
      await act(id, 'claim');
      const { lastEntryId } = await read(id);
      await act(id, 'replies', { replyId: randomUUID(), body: '已派维修人员，三日内修复。', lastEntryId });
    }
    const again = await post('建设路路灯坏了，夜里漆黑一片，希望尽快维修。');
    await desk.drain();
    const { body } = await asOfficer.get(`/api/conversations/${again}/similar`);
    expect(body).toMatchObject({
      items: [
        {
          conversationId: asked,
          answer: { kind: 'reply', body: '已派维修人员，三日内修复。' },
          sharedWords: expect.any(Array),
        },
      ],
    });
    expect((body as { items: unknown[] }).items).toHaveLength(1);
    const elsewhere = await officerOf(newDepartment());
    expect((await elsewhere.get(`/api/conversations/${again}/similar`)).status).toBe(404);
  });

  const ago = (hours: number) => new Date(desk.clock.now().getTime() - hours * HOUR_MS).toISOString();
});
