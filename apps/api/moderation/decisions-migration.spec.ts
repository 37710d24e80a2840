import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Decisions1795000000022 } from '#database/migrations/0022-decisions.migration.js';
import { ModeratingDesk } from '../../../test/support/moderating.js';

const BODY = 'Ask Zhao Xiuying about the lamp at the school.';

describe('what was decided before decisions had a lifecycle', () => {
  let at: ModeratingDesk;

  beforeAll(async () => {
    at = await ModeratingDesk.start();
  });
  afterAll(() => at.close());

  it('is carried over and back: what was cleared is published, and nothing that is covered is shown', async () => {
    const { dataSource } = at.desk;
    const cleared = await at.post({ body: 'Call me on 13800138000 about the drain.' });
    const covered = await at.post({ body: BODY });
    await at.decide(cleared.messageId, { decision: 'publish', reason: 'consent-given' });
    const spans = [at.span('body', BODY, 'Zhao Xiuying')];
    await at.decide(covered.messageId, { decision: 'redact', reason: 'personal-data', spans });
    const decisions = async () => {
      const rows: { decision: string }[] = await dataSource.query(
        'SELECT decision FROM moderation_decision ORDER BY decided_at, id',
      );
      return rows.map(({ decision }) => decision);
    };
    const runner = dataSource.createQueryRunner();
    const migration = new Decisions1795000000022();
    try {
      await runner.query('ALTER TABLE moderation_decision DISABLE TRIGGER moderation_decision_verdict_stays');
      await migration.down(runner);
      expect(await decisions()).toEqual(['hold', 'clear', 'hold']);
      const [message] = await runner.query('SELECT body, state FROM message WHERE id = $1', [covered.messageId]);
      expect(message).toEqual({ body: BODY, state: 'held' });
      const old = [randomUUID(), cleared.messageId];
      await runner.query(
        `INSERT INTO moderation_decision (id, message_id, decision, reason, findings, decided_at)
         VALUES ($1, $2, 'hide', 'abuse', '[]', now())`,
        old,
      );
    } finally {
      await migration.up(runner);
      await runner.query('ALTER TABLE moderation_decision ENABLE ALWAYS TRIGGER moderation_decision_verdict_stays');
      await runner.release();
    }
    expect(await decisions()).toEqual(['hold', 'publish', 'hold', 'hide']);
    const [old] = await dataSource.query(`SELECT reason_version FROM moderation_decision WHERE decision = 'hide'`);
    expect(old).toEqual({ reason_version: 1 });
  });
});
