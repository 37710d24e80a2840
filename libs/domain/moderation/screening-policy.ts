import type { Standing } from './author-standing.js';
import { DEFAULT_BLOCKED_WORDS } from './default-blocked-words.js';
import { FINDING_KINDS, type FindingKind } from './finding-kinds.js';

export const LOOK_MODES = ['after', 'unless-known', 'before'] as const;
/**
 * `after`: it is published when screening lets it, and may be looked at later. `before`: nothing is published until a
 * moderator has looked. `unless-known`: the same, but for authors whose messages were cleared before.
 */
export type LookMode = (typeof LOOK_MODES)[number];

export const WORD_LANGUAGES = ['zh', 'en'] as const;
export type WordLanguage = (typeof WORD_LANGUAGES)[number];
export type WordLists = Record<WordLanguage, readonly string[]>;

/** From which score on a kind of finding holds, or rejects; null: never. */
export interface ScreeningRule {
  kind: FindingKind;
  holdFrom: number | null;
  rejectFrom: number | null;
}

export interface ScreeningPolicy {
  /** A kind without a rule follows the one that every desk begins with. */
  rules: readonly ScreeningRule[];
  /** A channel that is not named is looked at after. */
  channels: readonly { channel: string; look: LookMode }[];
  /** Authors of these standings are looked at first, whatever their channel. */
  lookFirstAt: readonly Standing[];
  blockedWords: WordLists;
  suspectWords: WordLists;
  /** Shown to who may be in danger and to who answers them. */
  helpline: { en: string; zh: string };
}

/** They mark, for staff and for figures, and keep nothing back: many voices, a link or a strong word are no offence. */
const ONLY_MARK: readonly FindingKind[] = [
  'wall-of-text',
  'long-word',
  'piled-marks',
  'campaign',
  'author-rate',
  'suspect-word',
  'link',
  'self-harm',
  'threat-to-life',
  'spam',
];

const isOnlyMarking = (kind: FindingKind) => ONLY_MARK.includes(kind) || kind.startsWith('classified-');

/** What every desk begins with: nothing is rejected by a machine. */
export const DEFAULT_SCREENING_POLICY: ScreeningPolicy = {
  rules: FINDING_KINDS.map((kind) => ({ kind, holdFrom: isOnlyMarking(kind) ? null : 0, rejectFrom: null })),
  channels: [],
  lookFirstAt: [],
  blockedWords: {
    zh: DEFAULT_BLOCKED_WORDS.filter((word) => /\p{Script=Han}/u.test(word)),
    en: DEFAULT_BLOCKED_WORDS.filter((word) => !/\p{Script=Han}/u.test(word)),
  },
  suspectWords: { zh: [], en: [] },
  helpline: {
    en: 'If you or somebody near you is in danger now, call 110 (police) or 120 (ambulance). At 12356 somebody listens to you (psychological aid).',
    zh: '如果您或身边的人正处于危险之中，请立即拨打110（报警）或120（急救）。全国统一心理援助热线12356，有人愿意倾听您。',
  },
};

/** What a department begins with that has no table of its own: the desk's, and no words of its own beside the desk's. */
export function departmentStart(desk: ScreeningPolicy): ScreeningPolicy {
  return { ...desk, blockedWords: NO_WORDS, suspectWords: NO_WORDS };
}

const NO_WORDS: WordLists = { zh: [], en: [] };

/** Policies as they are applied: the department's table where it has one, and the words of both. */
export interface AppliedPolicy {
  ruleOf(kind: string): ScreeningRule | null;
  policy: ScreeningPolicy;
  blockedWords: readonly string[];
  suspectWords: readonly string[];
}

/** Worked out once for a version; a text often mixes languages, so the words of all are looked for. */
export function appliedPolicy(desk: ScreeningPolicy, department: ScreeningPolicy | null): AppliedPolicy {
  const policy = department ?? desk;
  const both = department ? [desk, department] : [desk];
  const words = (list: 'blockedWords' | 'suspectWords') => [
    ...new Set(both.flatMap((one) => WORD_LANGUAGES.flatMap((language) => one[list][language]))),
  ];
  const rules = new Map<string, ScreeningRule>(
    [...DEFAULT_SCREENING_POLICY.rules, ...policy.rules].map((rule) => [rule.kind, rule]),
  );
  return {
    policy,
    ruleOf: (kind) => rules.get(kind) ?? null,
    blockedWords: words('blockedWords'),
    suspectWords: words('suspectWords'),
  };
}
