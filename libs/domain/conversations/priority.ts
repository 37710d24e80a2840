/** The most pressing first. */
export const PRIORITIES = ['urgent', 'high', 'normal', 'low'] as const;
export type Priority = (typeof PRIORITIES)[number];

/** What one conversation weighs in an officer's hand. */
export const WEIGHT: Record<Priority, number> = { urgent: 4, high: 3, normal: 2, low: 1 };

/** Capacities are given in normal conversations. */
export const NORMAL_WEIGHT = WEIGHT.normal;
