import type { TFunction } from 'i18next';
import type { ConversationView } from '#contracts/conversations.http.js';
import { ABSENCES } from '#domain/assignment/absence.js';
import { BLOCKS } from '#domain/assignment/eligibility.js';
import type { Format } from '../../lib/format.js';
import { LOCALE } from '../../lib/languages.js';

export type Reason = NonNullable<ConversationView['assignment']>['reason'];

/** Why this officer: the rule with what told in favour, then from whom it came. */
export function reasonWords(t: TFunction, format: Format, reason: Reason): string[] {
  const why = [ruleWords(t, reason), ...favourWords(t, format, reason)].join(t('staffing.reason.and'));
  const { takenBackBecause, takenBackFromName } = reason;
  if (!takenBackBecause) return [why];
  const because = t(`staffing.reason.because.${takenBackBecause}`);
  const again = takenBackFromName
    ? t('staffing.reason.takenBack', { name: takenBackFromName, why: because })
    : t('staffing.reason.takenBackPlain', { why: because });
  return [why, again];
}

function ruleWords(t: TFunction, { rule, eligible, byOfficerName, standInForName }: Reason): string {
  switch (rule) {
    case 'least-loaded':
    case 'round-robin':
      return eligible === undefined ? t(`staffing.reason.${rule}-plain`) : t(`staffing.reason.${rule}`, { eligible });
    case 'stand-in':
      return standInForName
        ? t('staffing.reason.stand-in', { name: standInForName })
        : t('staffing.reason.stand-in-plain');
    case 'by-hand':
      return byOfficerName ? t('staffing.reason.by-hand', { name: byOfficerName }) : t('staffing.reason.by-hand-plain');
    default:
      return t(`staffing.reason.${rule}`);
  }
}

function favourWords(t: TFunction, format: Format, { inHand, capacity, language, skills }: Reason): string[] {
  const words: string[] = [];
  if (inHand !== undefined && capacity !== undefined) words.push(t('staffing.reason.load', { inHand, capacity }));
  if (language) {
    const name =
      new Intl.DisplayNames([LOCALE[format.language]], { type: 'language' }).of(language.tag) ?? language.tag;
    words.push(t(language.isSpoken ? 'staffing.reason.speaks' : 'staffing.reason.nobodySpeaks', { language: name }));
  }
  if (skills) words.push(t('staffing.reason.skilled', { skills: skills.join(', ') }));
  return words;
}

/** Why nobody took it: how many could not for which reason. */
export function blockedWords(t: TFunction, format: Format, counts: Readonly<Record<string, number>>): string {
  const known = [...ABSENCES, ...BLOCKS].flatMap((why) => {
    const count = counts[why];
    return count ? [`${t(`staffing.blocked.${why}`)} (${format.number(count)})`] : [];
  });
  return known.length > 0 ? t('staffing.reason.nobody', { list: known.join(', ') }) : t('staffing.reason.nobodyThere');
}
