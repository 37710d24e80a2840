import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { InboxCounts } from '#contracts/inbox.http.js';
import type { Actor } from '#domain/identity/roles.js';
import { Clock } from '#platform/clock.js';
import { Metrics } from '#platform/metrics/metrics.js';
import { SharedLook } from '#platform/shared-look.js';
import { type CountsScope, inboxCounts } from '../conversations/inbox-counts.queries.js';
import { ReadableDepartments } from '../conversations/readable-departments.js';
import { SavedCountsService } from './saved-counts.service.js';

/** A console asks at most once a second; so does the desk, for all consoles together. */
const EVERY_MS = 1_000;

interface Question {
  actor: Actor;
  scope: CountsScope;
}

/** The numbers beside the views: counted once a second at most, for everybody who reads the same departments. */
@Injectable()
export class CountsService {
  private readonly looks = new SharedLook<Question, InboxCounts>({
    everyMs: EVERY_MS,
    keyOf: ({ scope }) => JSON.stringify(scope),
    look: (questions) => this.count(questions),
  });

  constructor(
    private readonly dataSource: DataSource,
    private readonly departments: ReadableDepartments,
    private readonly saved: SavedCountsService,
    private readonly clock: Clock,
    private readonly metrics: Metrics,
  ) {}

  async of(actor: Actor): Promise<InboxCounts> {
    const [departmentIds, moderatedIds] = await Promise.all([
      this.departments.idsOf(actor),
      this.departments.idsOf(actor, undefined, ['moderator']),
    ]);
    const scope = { departmentIds, moderatedIds, reviewedIds: this.departments.reviewedBy(actor) };
    return this.looks.ask({ actor, scope });
  }

  /** All of one scope. */
  private async count(questions: Question[]): Promise<InboxCounts[]> {
    const [first] = questions;
    if (!first) return [];
    this.metrics.inboxCounts.inc();
    const actors = questions.map(({ actor }) => actor);
    const officerIds = [...new Set(actors.map(({ officerId }) => officerId))];
    const [{ mine, lettersInReview, ...shared }, saved] = await Promise.all([
      inboxCounts(this.dataSource, first.scope, { officerIds, now: this.clock.now() }),
      this.saved.of(actors),
    ]);
    return actors.map(({ officerId }, index) => ({
      ...shared,
      mine: mine?.[officerId] ?? 0,
      lettersInReview: lettersInReview?.[officerId] ?? 0,
      saved: saved[index] ?? {},
    }));
  }
}
