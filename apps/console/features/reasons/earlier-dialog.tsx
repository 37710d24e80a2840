import { Modal } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { moderationReasonsSchema } from '#contracts/moderation-reasons.http.js';
import { useReturnFocus } from '../../lib/focus.js';
import { read } from '../../lib/http.js';
import { useFormat } from '../../lib/i18n.js';
import { keys } from '../../lib/keys.js';
import { Failure, Loading } from '../../ui/states.js';
import { ReasonWords } from './reason-words.js';
import classes from './reasons.module.css';

/** What was told with the versions before. */
export function EarlierDialog({ code, onClose }: { code: string; onClose: () => void }) {
  const { t } = useTranslation();
  const format = useFormat();
  useReturnFocus();
  const versions = useQuery({
    queryKey: keys.reasonVersions(code),
    queryFn: ({ signal }) => read(`/moderation/reasons/${code}/versions`, moderationReasonsSchema, signal),
  });
  return (
    <Modal
      opened
      onClose={onClose}
      title={t('decisions.catalogue.earlier')}
      closeButtonProps={{ 'aria-label': t('common.close') }}
    >
      {versions.isPending && <Loading />}
      {versions.isError && <Failure error={versions.error} onRetry={() => void versions.refetch()} />}
      <ul className={classes.list}>
        {versions.data?.items.map((reason) => {
          const time = format.dateTime(reason.madeAt);
          const { madeBy: name } = reason;
          return (
            <li key={reason.version} className={classes.card}>
              <h2>{t('decisions.catalogue.version', { number: reason.version })}</h2>
              <p className={classes.code}>
                {name ? t('decisions.catalogue.by', { name, time }) : t('decisions.catalogue.byDesk', { time })}
              </p>
              <ReasonWords reason={reason} />
            </li>
          );
        })}
      </ul>
    </Modal>
  );
}
