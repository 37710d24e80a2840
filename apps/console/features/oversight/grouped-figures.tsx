import type { UseQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Figures } from '#contracts/oversight.http.js';
import { Empty, Failure, Loading, RefetchFailure } from '../../ui/states.js';
import classes from './oversight.module.css';

interface Props {
  figures: UseQueryResult<Figures>;
  /** Undefined while what is kept from before answers another question. */
  shown: Figures | undefined;
  children: (shown: Figures) => ReactNode;
}

/** Figures in groups: awaited, failed, none, or there; what is from before is dimmed. */
export function GroupedFigures({ figures, shown, children }: Props) {
  const { t } = useTranslation();
  const retry = () => void figures.refetch();
  return (
    <>
      {figures.isLoadingError && <Failure error={figures.error} onRetry={retry} />}
      {figures.isRefetchError && <RefetchFailure error={figures.error} onRetry={retry} />}
      {!shown && !figures.isLoadingError && <Loading />}
      {shown && shown.groups.length === 0 && <Empty>{t('oversight.nothing')}</Empty>}
      {shown && shown.groups.length > 0 && (
        <div aria-busy={figures.isPlaceholderData} className={figures.isPlaceholderData ? classes.old : undefined}>
          {children(shown)}
        </div>
      )}
    </>
  );
}
