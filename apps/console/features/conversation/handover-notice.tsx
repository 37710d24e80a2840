import { useTranslation } from 'react-i18next';
import type { ConversationView } from '#contracts/conversations.http.js';
import { useFormat, useLocalised } from '../../lib/i18n.js';
import { Notice } from '../../ui/states.js';
import classes from './conversation.module.css';
import styles from './related.module.css';

/** What the colleague who transferred it wanted to be known; on top until it is answered. */
export function HandoverNotice({ conversation: { handover } }: { conversation: ConversationView }) {
  const { t } = useTranslation();
  const format = useFormat();
  const localised = useLocalised();
  if (!handover || (!handover.note && !handover.isClockRestarted)) return null;
  const { note, officerName, fromDepartment, isClockRestarted, clockReason, at } = handover;
  const title = t('merging.handover.title', { name: officerName, department: localised(fromDepartment) });
  return (
    <div className={styles.onTop}>
      <Notice tone="info" title={title}>
        {note && (
          <p className={classes.body} dir="auto">
            {note}
          </p>
        )}
        {isClockRestarted && <p>{t('merging.handover.restarted', { reason: clockReason })}</p>}
        <time className={classes.dim} dateTime={at}>
          {format.dateTime(at)}
        </time>
      </Notice>
    </div>
  );
}
