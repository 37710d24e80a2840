import { useTranslation } from 'react-i18next';
import type { ConversationView } from '#contracts/conversations.http.js';
import { Notice } from '../../ui/states.js';
import styles from './related.module.css';

/** Who else reads what is answered here, before it is written. */
export function PartsNotice({ conversation }: { conversation: ConversationView }) {
  const { t } = useTranslation();
  const { mergedParts, publicUrl, isReplyPublic } = conversation;
  if (mergedParts === 0) return null;
  return (
    <div className={styles.beforeReply}>
      <Notice tone="info">
        <p>{t('merging.parts', { count: mergedParts })}</p>
        {publicUrl && !isReplyPublic && <p>{t('merging.partsPrivate')}</p>}
      </Notice>
    </div>
  );
}
