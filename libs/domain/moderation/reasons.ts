/** Why a message is hidden: codes at the edges and in the record; the wording lives with each screen's language. */
export const HIDE_REASONS = ['personal-data', 'abuse', 'spam', 'repeated', 'off-topic', 'unlawful'] as const;
export type HideReason = (typeof HIDE_REASONS)[number];

export const CLEAR_REASONS = ['nothing-wrong', 'consent-given', 'public-interest'] as const;
