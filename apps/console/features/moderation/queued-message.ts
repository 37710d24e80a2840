import type { HeldMessage } from '#contracts/moderation.http.js';
import type { ReportedMessage } from '#contracts/reader-reports.http.js';

/** A message of either queue. */
export type QueuedMessage = HeldMessage | ReportedMessage;

export function reportedIn(message: QueuedMessage): ReportedMessage | null {
  return 'reports' in message ? message : null;
}

export function stateOf(message: QueuedMessage) {
  return reportedIn(message)?.state ?? 'held';
}
