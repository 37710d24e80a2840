import { useTranslation } from 'react-i18next';
import type { MessageScreening } from '#contracts/moderation.http.js';
import { useFormat, useLocalised } from '../lib/i18n.js';
import { Notice } from './states.js';
import { Tag } from './tag.js';

/** What is to be known of a message's screening beside what was found in its words. */
export function ScreeningNotes({ screening }: { screening: MessageScreening | null }) {
  const { t } = useTranslation();
  const localised = useLocalised();
  const format = useFormat();
  if (!screening) return null;
  const { campaign, helpline, notes } = screening;
  if (!campaign && !helpline && notes.length === 0) return null;
  return (
    <div>
      {helpline && <Notice tone="late">{t('moderation.screening.helpline', { words: localised(helpline) })}</Notice>}
      {campaign && <Tag tone="info">{t('moderation.screening.campaign', { number: format.number(campaign) })}</Tag>}
      {notes.map((note) => (
        <p key={note}>{t(`moderation.screening.notes.${note}`)}</p>
      ))}
    </div>
  );
}
