import { PERSONAL_DATA_KINDS } from './personal-data/personal-datum.js';
import { CLASSIFIER_LABELS } from './phases/classifier.phase.js';

/** What a department's table has a row for, in the order of the phases. */
export const FINDING_KINDS = [
  'too-short',
  'long-word',
  'wall-of-text',
  'piled-marks',
  'repeated-post',
  'campaign',
  'author-rate',
  'blocked-word',
  'suspect-word',
  'link',
  ...PERSONAL_DATA_KINDS,
  'self-harm',
  'threat-to-life',
  'spam',
  ...CLASSIFIER_LABELS.map((label) => `classified-${label}` as const),
] as const;
export type FindingKind = (typeof FINDING_KINDS)[number];

/** What is to be known about a screening beside what was found in the text. */
export const SCREENING_NOTES = [
  /** Everything of its channel is looked at first. */
  'channel-first',
  /** Everything of authors like this one is looked at first. */
  'author-first',
  /** The external classifier gave no answer in time, and was passed over. */
  'classifier-silent',
  /** Its answer could not be used. */
  'classifier-unusable',
] as const;
export type ScreeningNote = (typeof SCREENING_NOTES)[number];

export const isFindingKind = (kind: string): kind is FindingKind => FINDING_KINDS.some((one) => one === kind);
