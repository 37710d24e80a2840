import type { NotificationView, WaysByKind } from '#contracts/notifications.http.js';
import { forget, keep, recall } from '../../lib/storage.js';

const ALLOWED = 'answerable:browser-messages';
const SPOKEN = 'answerable:browser-messages-until';

export type BrowserMessages = 'missing' | 'denied' | 'off' | 'on';

/** What this browser does. The officer's own switch counts beside the browser's permission. */
export function browserMessages(): BrowserMessages {
  if (typeof Notification === 'undefined' || !globalThis.isSecureContext) return 'missing';
  if (Notification.permission === 'denied') return 'denied';
  return Notification.permission === 'granted' && recall(ALLOWED) === 'on' ? 'on' : 'off';
}

/** Asks the browser; only ever from a press. */
export async function allowBrowserMessages(): Promise<BrowserMessages> {
  if ((await Notification.requestPermission()) === 'granted') keep(ALLOWED, 'on');
  return browserMessages();
}

export function stopBrowserMessages(): BrowserMessages {
  forget(ALLOWED);
  return browserMessages();
}

/** What has not been said yet in this browser, oldest first: unread, wanted, and newer than what was said before. */
export function toBeSaid(
  lines: readonly NotificationView[],
  { kinds, until }: { kinds: WaysByKind; until: string },
): NotificationView[] {
  return lines
    .filter(({ kind, readAt, at }) => readAt === null && at > until && kinds[kind].inApp && kinds[kind].browser)
    .toReversed();
}

/** Shared by the tabs of this browser: whichever speaks next goes on from here. */
export function spokenUntil(): string {
  const kept = recall(SPOKEN);
  if (kept) return kept;
  const now = new Date().toISOString();
  keep(SPOKEN, now);
  return now;
}

export function setSpokenUntil(at: string): void {
  keep(SPOKEN, at);
}
