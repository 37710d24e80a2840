import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { DeadlinePreview } from '#contracts/deadlines.http.js';
import { Clock } from '#platform/clock.js';
import type { ProposedCalendar } from '../conversations/calendar-versions.queries.js';
import { MOST_LOOKED_AT, nothingMoved, previewOf } from './policy-preview.js';

/**
 * What another calendar, or another version of one, would do to all that is open in the departments that are to follow
 * it. Who may ask is decided where the calendar was proposed.
 */
@Injectable()
export class CalendarMovesService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
  ) {}

  async of({ departmentIds, ...calendar }: ProposedCalendar): Promise<DeadlinePreview> {
    const now = this.clock.now();
    const most = Math.ceil(MOST_LOOKED_AT / Math.max(1, departmentIds.length));
    let sum = nothingMoved();
    for (const departmentId of departmentIds)
      sum = added(sum, await previewOf(this.dataSource.manager, { departmentId, proposed: { calendar }, now }, most));
    return sum;
  }
}

function added(one: DeadlinePreview, other: DeadlinePreview): DeadlinePreview {
  return {
    open: one.open + other.open,
    moved: one.moved + other.moved,
    earlier: one.earlier + other.earlier,
    later: one.later + other.later,
    begun: one.begun + other.begun,
    dropped: one.dropped + other.dropped,
    becomeOverdue: one.becomeOverdue + other.becomeOverdue,
    noLongerOverdue: one.noLongerOverdue + other.noLongerOverdue,
    sample: sampleOf(one.sample, other.sample),
  };
}

/** Of those departments of which only a part was looked at. */
function sampleOf(one: DeadlinePreview['sample'], other: DeadlinePreview['sample']): DeadlinePreview['sample'] {
  if (!one || !other) return one ?? other;
  return { looked: one.looked + other.looked, of: one.of + other.of };
}
