/** Why somebody is told, the most pressing first. */
export const NOTIFICATION_KINDS = [
  'mentioned',
  'escalated',
  'reply-stuck',
  'deadline-passed',
  'deadline-near',
  'citizen-wrote',
  'assigned',
  'stand-in',
  'taken',
  'merged',
  'bulk-finished',
] as const;
export type NotificationKind = (typeof NOTIFICATION_KINDS)[number];

/** Where an officer is told. Without `inApp` there is nothing that the other two could tell of. */
export interface NotificationWays {
  inApp: boolean;
  browser: boolean;
  mail: boolean;
}

/** What holds until an officer says otherwise: mail only for what a person waits for. */
export const USUAL_WAYS: Record<NotificationKind, NotificationWays> = {
  mentioned: { inApp: true, browser: true, mail: true },
  escalated: { inApp: true, browser: true, mail: true },
  'reply-stuck': { inApp: true, browser: true, mail: true },
  'deadline-passed': { inApp: true, browser: true, mail: true },
  'deadline-near': { inApp: true, browser: true, mail: true },
  'citizen-wrote': { inApp: true, browser: true, mail: true },
  assigned: { inApp: true, browser: true, mail: false },
  'stand-in': { inApp: true, browser: true, mail: true },
  taken: { inApp: true, browser: false, mail: false },
  merged: { inApp: true, browser: false, mail: false },
  'bulk-finished': { inApp: true, browser: true, mail: false },
};

export const USUAL_DIGEST = { isOn: true, afterMinutes: 30 };

export function isNotificationKind(kind: string): kind is NotificationKind {
  return NOTIFICATION_KINDS.some((known) => known === kind);
}
