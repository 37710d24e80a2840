import { createHash, randomBytes } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { verify } from '@node-rs/argon2';
import { DataSource, LessThan } from 'typeorm';
import { Officer } from '#database/entities/officer.entity.js';
import { Session } from '#database/entities/session.entity.js';
import type { Actor } from '#domain/identity/roles.js';
import { Refusal } from '#domain/refusal.js';
import { Clock } from '#platform/clock.js';
import { readTogether } from '#platform/database/shared-connection.js';
import type { Runtime } from '#platform/runtime.js';
import { RUNTIME } from '#platform/tokens.js';
import { SignInLimit } from './sign-in-limit.js';

export interface SignedIn {
  id: string;
  name: string;
  email: string;
  isAvailable: boolean;
  actor: Actor;
  /** Public name of the session, for its socket room; not the cookie. */
  sessionId: string;
}

export interface OpenedSession {
  token: string;
  expiresAt: Date;
}

/** Compared against when there is no such officer, so that a wrong e-mail takes as long as a wrong password. */
const NOBODY = '$argon2id$v=19$m=19456,t=2,p=1$Wd2Pg00+k31XgPAe1RzSJw$59FTdiZo3RHtSIIWD59q6u/aaRIbT7gM5Dfa/4x52H0';

const MS_PER_HOUR = 3_600_000;

const WHO = {
  name: 'session-officer',
  text: `
  SELECT o.id, o.name, o.email, o.is_available AS "isAvailable",
    coalesce((SELECT jsonb_agg(jsonb_build_object('role', g.role, 'departmentId', g.department_id))
      FROM role_grant g WHERE g.officer_id = o.id), '[]') AS grants
  FROM session s JOIN officer o ON o.id = s.officer_id
  WHERE s.token_hash = $1 AND s.expires_at > $2 AND o.is_active`,
};

type Row = Omit<SignedIn, 'actor' | 'sessionId'> & { grants: Actor['grants'] };

@Injectable()
export class SessionService {
  private readonly underWay = new Map<string, Promise<SignedIn | null>>();

  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
    private readonly limit: SignInLimit,
    @Inject(RUNTIME) private readonly runtime: Runtime,
  ) {}

  /** Throws `unauthenticated` without saying which of the two was wrong, `too-many-requests` after too many tries. */
  async open(credentials: { email: string; password: string; address: string }): Promise<OpenedSession> {
    const email = credentials.email.trim().toLowerCase();
    await this.limit.assertMayTry({ email, address: credentials.address });
    const officer = await this.dataSource
      .getRepository(Officer)
      .createQueryBuilder('o')
      .where('lower(o.email) = :email AND o.is_active', { email })
      .getOne();
    const isRight = await verify(officer?.passwordHash ?? NOBODY, credentials.password).catch(() => false);
    if (!officer || !isRight) {
      throw new Refusal('unauthenticated', { detail: 'The e-mail address or the password is wrong.' });
    }
    await this.limit.forget({ email, address: credentials.address });
    return this.create(officer.id);
  }

  async close(token: string): Promise<void> {
    await this.dataSource.getRepository(Session).delete({ tokenHash: hashOf(token) });
  }

  /**
   * Who a session belongs to, with the roles of this moment; null for an unknown or expired one. A console asks for
   * several things at once: those that come while the look-up for the first is under way share it.
   */
  find(token: string): Promise<SignedIn | null> {
    const underWay = this.underWay.get(token);
    if (underWay) return underWay;
    const lookUp = this.lookUp(token).finally(() => this.underWay.delete(token));
    this.underWay.set(token, lookUp);
    return lookUp;
  }

  private async lookUp(token: string): Promise<SignedIn | null> {
    const [row] = await readTogether<Row>(this.dataSource, WHO, [hashOf(token), this.clock.now()]);
    if (!row) return null;
    const { grants, ...officer } = row;
    return { ...officer, actor: { officerId: officer.id, grants }, sessionId: sessionIdOf(token) };
  }

  private async create(officerId: string): Promise<OpenedSession> {
    const token = randomBytes(32).toString('base64url');
    const createdAt = this.clock.now();
    const expiresAt = new Date(createdAt.getTime() + this.runtime.config.SESSION_HOURS * MS_PER_HOUR);
    const sessions = this.dataSource.getRepository(Session);
    await sessions.delete({ expiresAt: LessThan(createdAt) });
    await sessions.insert({ tokenHash: hashOf(token), officerId, createdAt, expiresAt });
    return { token, expiresAt };
  }
}

/** Derived from the cookie one way: it may travel in room names. */
export function sessionIdOf(token: string): string {
  return createHash('sha256').update(`room\0${token}`).digest('hex').slice(0, 32);
}

function hashOf(token: string): Buffer {
  return createHash('sha256').update(token).digest();
}
