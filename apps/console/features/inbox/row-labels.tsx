import { useTranslation } from 'react-i18next';
import type { InboxRow } from '#contracts/inbox.http.js';
import { tagsShown } from '#domain/triage/tags.js';
import { useFormat, useLanguage } from '../../lib/i18n.js';
import { useTags } from '../../lib/tags.js';
import { PriorityTag } from '../../ui/priority-tag.js';
import { Tag } from '../../ui/tag.js';
import { TagChip } from '../../ui/tag-chip.js';
import { languageName } from './filter-words.js';
import classes from './inbox-row.module.css';

/** More would push the text away. */
const TAGS_SHOWN = 2;

export function useHasLabels({ priority, escalatedAt, snoozedUntil, askedAt, tagIds, language }: InboxRow): boolean {
  const hasTags = tagsShown(useTags(), tagIds).length > 0;
  const hasLanguage = useOtherLanguage(language) !== null;
  return (
    priority !== 'normal' || escalatedAt !== null || snoozedUntil !== null || askedAt !== null || hasTags || hasLanguage
  );
}

export function RowLabels({ row }: { row: InboxRow }) {
  const { t } = useTranslation();
  const tags = tagsShown(useTags(), row.tagIds);
  const language = useOtherLanguage(row.language);
  const snooze = useSnoozeWords(row);
  const rest = tags.length - TAGS_SHOWN;
  return (
    <span className={classes.labels}>
      <PriorityTag priority={row.priority} />
      {row.escalatedAt && <Tag tone="late">{t('triage.escalated')}</Tag>}
      {snooze && <Tag tone="calm">{snooze}</Tag>}
      {tags.slice(0, TAGS_SHOWN).map((tag) => (
        <TagChip key={tag.id} tag={tag} />
      ))}
      {rest > 0 && (
        <span className={classes.moreTags}>
          <span aria-hidden="true">+{rest}</span>
          <span className="visually-hidden">{t('triage.moreTags', { count: rest })}</span>
        </span>
      )}
      {language && <span className={classes.language}>{language}</span>}
    </span>
  );
}

function useSnoozeWords({ snoozedUntil, snoozedUntilMessage, askedAt }: InboxRow): string | null {
  const { t } = useTranslation();
  const format = useFormat();
  if (askedAt) return t('waiting.asked');
  if (snoozedUntilMessage) return t('triage.snoozedUntilMessage');
  return snoozedUntil && t('triage.snoozedUntil', { time: format.dateTime(snoozedUntil) });
}

/** What the viewer reads anyway needs no word. */
function useOtherLanguage(code: string): string | null {
  const viewer = useLanguage();
  const [primary = 'und'] = code.toLowerCase().split('-');
  if (primary === viewer || primary === 'und') return null;
  return languageName(new Intl.DisplayNames([viewer], { type: 'language' }), primary);
}
