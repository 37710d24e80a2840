import { Inject, Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { NotificationSettings, SaveNotificationSettings, WaysByKind } from '#contracts/notifications.http.js';
import { transaction } from '#database/transaction.js';
import type { Actor } from '#domain/identity/roles.js';
import {
  isNotificationKind,
  NOTIFICATION_KINDS,
  type NotificationWays,
  USUAL_DIGEST,
  USUAL_WAYS,
} from '#domain/notifications/notification-kinds.js';
import { Refusal } from '#domain/refusal.js';
import { offHashOf } from '#platform/mail/mail-attempt.js';
import type { Runtime } from '#platform/runtime.js';
import { RUNTIME } from '#platform/tokens.js';

/** How each officer wants to be told. What was never changed follows the desk's usual ways. */
@Injectable()
export class NotificationSettingsService {
  constructor(
    private readonly dataSource: DataSource,
    @Inject(RUNTIME) private readonly runtime: Runtime,
  ) {}

  async read({ officerId }: Actor): Promise<NotificationSettings> {
    const rows: ({ kind: string } & NotificationWays)[] = await this.dataSource.query(
      'SELECT kind, in_app AS "inApp", browser, mail FROM notification_setting WHERE officer_id = $1',
      [officerId],
    );
    const kinds: WaysByKind = { ...USUAL_WAYS };
    for (const { kind, ...ways } of rows) if (isNotificationKind(kind)) kinds[kind] = ways;
    const [digest]: { isOn: boolean; afterMinutes: number }[] = await this.dataSource.query(
      'SELECT is_on AS "isOn", after_minutes AS "afterMinutes" FROM digest_setting WHERE officer_id = $1',
      [officerId],
    );
    return { kinds, digest: digest ?? { ...USUAL_DIGEST }, isMailSet: this.runtime.config.SMTP_URL !== undefined };
  }

  /** Also for what waits to be mailed: a mail that is switched off now is not sent any more. */
  async save(actor: Actor, { kinds, digest }: SaveNotificationSettings): Promise<NotificationSettings> {
    const { officerId } = actor;
    const given = NOTIFICATION_KINDS.map((kind) => ({ kind, ways: kinds[kind] }));
    await transaction(this.dataSource, async (tx) => {
      await tx.query(
        `INSERT INTO notification_setting (officer_id, kind, in_app, browser, mail)
         SELECT $1, kind, in_app, browser, mail
         FROM unnest($2::text[], $3::boolean[], $4::boolean[], $5::boolean[]) AS given (kind, in_app, browser, mail)
         ON CONFLICT (officer_id, kind) DO UPDATE SET in_app = excluded.in_app, browser = excluded.browser, mail = excluded.mail`,
        [
          officerId,
          given.map(({ kind }) => kind),
          given.map(({ ways }) => ways.inApp),
          given.map(({ ways }) => ways.browser),
          given.map(({ ways }) => ways.mail),
        ],
      );
      await tx.query(
        `INSERT INTO digest_setting (officer_id, is_on, after_minutes) VALUES ($1, $2, $3)
         ON CONFLICT (officer_id) DO UPDATE SET is_on = excluded.is_on, after_minutes = excluded.after_minutes`,
        [officerId, digest.isOn, digest.afterMinutes],
      );
      const mailed = given.filter(({ ways }) => digest.isOn && ways.inApp && ways.mail).map(({ kind }) => kind);
      await tx.query(
        'UPDATE notification SET mail_due_at = NULL WHERE officer_id = $1 AND mail_due_at IS NOT NULL AND NOT kinds && $2::text[]',
        [officerId, mailed],
      );
    });
    return this.read(actor);
  }

  /** By the secret of a mail; that the mail reached its officer is all the proof there is. Throws `not-found`. */
  async switchOffBy(token: string): Promise<void> {
    const rows: unknown[] = await this.dataSource.query(
      `WITH whose AS (SELECT officer_id FROM digest WHERE off_hash = $1 OR (off_hash = $3 AND ended_at IS NULL)), waiting AS (
         UPDATE notification n SET mail_due_at = NULL FROM whose
         WHERE n.officer_id = whose.officer_id AND n.mail_due_at IS NOT NULL)
       INSERT INTO digest_setting (officer_id, is_on, after_minutes) SELECT officer_id, false, $2 FROM whose
       ON CONFLICT (officer_id) DO UPDATE SET is_on = false RETURNING officer_id`,
      [offHashOf(token), USUAL_DIGEST.afterMinutes, Buffer.from(token, 'base64url')],
    );
    if (rows.length === 0) throw new Refusal('not-found', { detail: 'This address is no longer valid.' });
  }

  /** The language of the console that was used last. */
  async speak({ officerId }: Actor, language: 'en' | 'zh'): Promise<void> {
    await this.dataSource.query('UPDATE officer SET language = $2 WHERE id = $1 AND language <> $2', [
      officerId,
      language,
    ]);
  }
}
