import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { LetterText } from '#domain/letters/letter-text.js';
import { type OpenSite, openSite } from '../../test/support/site/open-site.js';

let site: OpenSite;
/** Every page that anybody may open without a secret. */
let pages: string[];
/** What must not stand on any of them, by what would have leaked. */
const SECRETS: Record<string, string> = {
  'a held follow-up': 'HELD-FOLLOWUP-WORDS',
  'a screening follow-up': 'SCREENING-FOLLOWUP-WORDS',
  'a hidden follow-up': 'HIDDEN-FOLLOWUP-WORDS',
  'the title of a hidden follow-up': 'HIDDEN-FOLLOWUP-TITLE',
  'a redacted follow-up': 'REDACTED-FOLLOWUP-WORDS',
  'a follow-up for the department': 'DEPARTMENT-FOLLOWUP-WORDS',
  'a held opening': 'OPENING-HELD',
  'a screening opening': 'OPENING-SCREENING',
  'a hidden opening': 'OPENING-HIDDEN',
  'a redacted opening': 'OPENING-REDACTED',
  'an opening for the department': 'OPENING-DEPARTMENT',
  'a reply in a conversation that is not public': 'REPLY-BESIDE',
  'the reply to a follow-up for the department': 'REPLY-TO-DEPARTMENT-FOLLOWUP',
  'a reply that has not left': 'WAITING-REPLY-WORDS',
  'a reply that was taken back': 'TAKEN-BACK-WORDS',
  'a draft of a reply': 'DRAFT-WORDS',
  'the earlier text of a corrected reply, where it is withheld': 'WITHHELD-EARLIER-WORDS',
  'the name of a pseudonymous author': 'PSEUDONYMOUS-NAME',
  'the name of a citizen who is not public': 'UNSEEN-NAME',
  'a draft letter': 'LETTER-DRAFT',
  'a letter in review': 'LETTER-IN-REVIEW',
  'an approved letter': 'LETTER-APPROVED',
  'the working copy of a letter': 'working copy',
  'the denormalised title or excerpt': 'that staff see',
  'a moderator’s note': 'a note of the moderator',
  'an officer’s own name': 'Zhangsan',
  'a note': 'NOTE-WORDS',
  'the earlier text of a note': 'NOTE-EARLIER-WORDS',
};

beforeAll(async () => {
  site = await openSite();
  pages = await fill(site);
});
afterAll(() => site.close());

describe('the public site', () => {
  it('shows what is public', async () => {
    const thread = (await site.get('/conversations/BJ-7F3K-92QD')).text;
    for (const words of ['A public title', 'public opening words', 'Li Na', 'a friendly reply', 'personal data']) {
      expect(thread).toContain(words);
    }
    expect((await site.get('/conversations/BJ-2AAA-BBBB')).text).toContain('pseudonymous words');
    expect((await site.get('/letters/BJ-2222-0003')).text).toContain('LETTER-PUBLISHED body');
    for (const path of ['/', '/departments/water']) expect((await site.get(path)).text).toContain('A public title');
  });

  it.each(Object.entries(SECRETS))('never shows %s', async (_, secret) => {
    for (const path of pages) {
      const { text, headers } = await site.get(path);
      expect({ path, leaks: text.includes(secret) }).toEqual({ path, leaks: false });
      expect(JSON.stringify([...headers])).not.toContain(secret);
    }
  });

  it('does not tell a conversation that is not public from one that does not exist', async () => {
    const missing = await site.get('/conversations/BJ-0000-0000');
    expect(missing.status).toBe(404);
    for (const reference of UNSEEN) {
      const answer = await site.get(`/conversations/${reference}`);
      expect(answer.status).toBe(404);
      expect(answer.text).toBe(missing.text.replaceAll('BJ-0000-0000', reference));
    }
  });

  it('shows in the form of a report what everybody reads anyway, and has none for the rest', async () => {
    const { rows: messages } = await site.rows.query<{ path: string; isPublic: boolean }>(
      `SELECT '/report/' || c.reference || '/' || m.id AS path, m.body IN ('public opening words', 'pseudonymous words') AS "isPublic"
       FROM message m JOIN conversation c ON c.id = m.conversation_id WHERE c.reference = ANY($1)`,
      [['BJ-7F3K-92QD', 'BJ-2AAA-BBBB', ...UNSEEN]],
    );
    expect(messages.filter(({ isPublic }) => isPublic)).toHaveLength(2);
    for (const { path, isPublic } of messages) {
      const { status, text } = await site.get(path);
      const leaks = Object.values(SECRETS).filter((secret) => text.includes(secret));
      expect({ path, status, leaks }).toEqual({ path, status: isPublic ? 200 : 404, leaks: [] });
    }
  });

  it('does not count or link what is not public', async () => {
    for (const path of ['/', '/departments/water']) {
      const { text } = await site.get(path);
      for (const reference of UNSEEN) expect(text).not.toContain(reference);
    }
    const older = await site.get(`/departments/water?before=${UNSEEN[0]}`);
    expect(older.status).toBe(404);
  });

  it('publishes a letter without naming the conversation that nobody may read', async () => {
    const { status, text } = await site.get('/letters/BJ-1111-0001');
    expect(status).toBe(200);
    expect(text).toContain('LETTER-BESIDE');
    for (const reference of UNSEEN) expect(text).not.toContain(reference);
  });

  it('refuses a letter whose text is not the approved one', async () => {
    await site.rows.query('ALTER TABLE letter_version DROP CONSTRAINT letter_version_check');
    await site.rows.query(
      `UPDATE letter_version SET canonical = replace(canonical, 'LETTER-PUBLISHED', 'LETTER-TAMPERED')`,
    );
    expect((await site.get('/letters/BJ-2222-0003')).status).toBe(500);
    for (const path of ['/', '/letters', '/letters/BJ-2222-0003']) {
      expect((await site.get(path)).text).not.toContain('LETTER-TAMPERED');
    }
    expect((await site.get('/letters')).text).toContain('LETTER-BESIDE');
  });

  it('takes a message off within one request once it is hidden', async () => {
    await site.rows.query(`UPDATE message SET state = 'hidden' WHERE body = 'pseudonymous words'`);
    expect((await site.get('/conversations/BJ-2AAA-BBBB')).status).toBe(404);
    expect((await site.get('/departments/water')).text).not.toContain('pseudonymous words');
  });
});

const UNSEEN = ['BJ-0000-0001', 'BJ-0000-0002', 'BJ-0000-0003', 'BJ-0000-0004', 'BJ-0000-0005'];
const OPENINGS = [
  { state: 'held', visibility: 'public', body: 'OPENING-HELD words' },
  { state: 'screening', visibility: 'public', body: 'OPENING-SCREENING words' },
  { state: 'hidden', visibility: 'public', body: 'OPENING-HIDDEN words', hiddenFor: 'spam' },
  { state: 'redacted', visibility: 'pseudonym', body: 'OPENING-REDACTED words' },
  { state: 'visible', visibility: 'department', body: 'OPENING-DEPARTMENT words' },
] as const;

async function fill({ rows }: OpenSite): Promise<string[]> {
  const departmentId = await rows.department({ slug: 'water', nameEn: 'Water', nameZh: '水务局', hours: 48 });
  const open = (reference: string, minute: number) =>
    rows.conversation({ reference, departmentId, isAnswered: true, minute, trackingToken: reference });
  const conversationId = await open('BJ-7F3K-92QD', 0);
  await rows.message({ conversationId, title: 'A public title', body: 'public opening words', authorName: 'Li Na' });
  const followUps = { held: 'HELD', screening: 'SCREENING', redacted: 'REDACTED' } as const;
  for (const [state, word] of Object.entries(followUps)) {
    const body = `${word}-FOLLOWUP-WORDS`;
    await rows.message({ conversationId, body, title: body, state: state as keyof typeof followUps, minute: 5 });
  }
  const hidden = { title: 'HIDDEN-FOLLOWUP-TITLE', body: 'HIDDEN-FOLLOWUP-WORDS', state: 'hidden' } as const;
  await rows.message({ conversationId, ...hidden, hiddenFor: 'personal-data', minute: 6 });
  await rows.message({ conversationId, body: 'DEPARTMENT-FOLLOWUP-WORDS', visibility: 'department', minute: 7 });
  const replyId = await rows.reply(conversationId, 'a friendly reply', 4);
  await rows.withheldCorrection(replyId, 'WITHHELD-EARLIER-WORDS');
  await rows.unsent(conversationId, {
    waiting: 'WAITING-REPLY-WORDS',
    takenBack: 'TAKEN-BACK-WORDS',
    draft: 'DRAFT-WORDS',
  });
  await rows.note(conversationId, { body: 'NOTE-WORDS', earlier: 'NOTE-EARLIER-WORDS' });
  await rows.reply(conversationId, 'REPLY-TO-DEPARTMENT-FOLLOWUP', 60);
  const pseudonymous = await open('BJ-2AAA-BBBB', 10);
  const name = 'PSEUDONYMOUS-NAME';
  await rows.message({
    conversationId: pseudonymous,
    body: 'pseudonymous words',
    authorName: name,
    visibility: 'pseudonym',
  });
  for (const [place, opening] of OPENINGS.entries()) {
    const unseen = await open(UNSEEN[place] ?? '', 20 + place);
    await rows.message({ conversationId: unseen, title: opening.body, authorName: 'UNSEEN-NAME', ...opening });
    // A later message that anybody may read does not make the conversation public.
    await rows.message({ conversationId: unseen, body: 'REPLY-BESIDE visible later message', minute: 500 });
    await rows.reply(unseen, 'REPLY-BESIDE words');
    if (place === 0)
      await rows.letter({
        reference: 'BJ-1111-0001',
        conversationId: unseen,
        departmentId,
        ...published('LETTER-BESIDE'),
      });
  }
  await rows.letter({ reference: 'BJ-2222-0003', conversationId, departmentId, ...published('LETTER-PUBLISHED') });
  const unpublished = ['draft', 'in-review', 'approved'] as const;
  for (const [place, status] of unpublished.entries()) {
    const other = await open(`BJ-3333-000${place}`, 40 + place);
    await rows.message({ conversationId: other, body: `public words ${status}` });
    const text = textOf(`LETTER-${status.toUpperCase()}`);
    await rows.letter({ reference: `BJ-4444-000${place}`, conversationId: other, departmentId, status, text });
  }
  const conversations = ['BJ-7F3K-92QD', 'BJ-2AAA-BBBB', 'BJ-3333-0000', 'BJ-3333-0001', 'BJ-3333-0002', ...UNSEEN];
  const letters = ['BJ-1111-0001', 'BJ-2222-0003', 'BJ-4444-0000', 'BJ-4444-0001', 'BJ-4444-0002'];
  const paths = [
    ...['/', '/departments', '/departments/water', '/departments/water?before=BJ-3333-0002', '/letters', '/submit'],
    ...conversations.map((reference) => `/conversations/${reference}`),
    ...letters.map((reference) => `/letters/${reference}`),
    ...['/transparency', '/transparency.json', '/performance'],
    ...['/robots.txt', '/nothing-here', '/track/wrong-token', '/letters?before=BJ-2222-0003'],
  ];
  return paths.flatMap((path) => [path, `${path}${path.includes('?') ? '&' : '?'}lang=zh`]);
}

function published(word: string) {
  return { status: 'published', text: textOf(word) } as const;
}

function textOf(word: string): LetterText {
  return {
    title: `${word} title`,
    salutation: `${word} salutation`,
    body: `${word} body`,
    signatoryName: `${word} name`,
    signatoryTitle: `${word} office`,
  };
}
