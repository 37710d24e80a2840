import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { viewerTimeZone } from '../../../lib/format.js';
import { Icon } from '../../../ui/icons.js';
import { Failure, Loading } from '../../../ui/states.js';
import { liveQuery } from '../live.queries.js';
import { useAwake } from './use-awake.js';
import { useLook } from './use-look.js';
import classes from './wall.module.css';
import { WallDepartments } from './wall-departments.js';
import { WallFigures } from './wall-figures.js';
import { WallHead } from './wall-head.js';
import { WallTools } from './wall-tools.js';

/** Deadlines pass and officers leave without a ring: so the figures are also asked for by the clock. */
const ASK_EVERY_MS = 10_000;

/** The live figures for a big screen: read from five metres, by people who touch nothing. */
export function WallPage() {
  const { t } = useTranslation();
  const { look, turn } = useLook();
  useAwake();
  const live = useQuery({
    ...liveQuery(viewerTimeZone()),
    refetchInterval: ASK_EVERY_MS,
    refetchIntervalInBackground: true,
  });
  return (
    <div className={classes.wall} data-look={look}>
      <WallHead updatedAt={live.dataUpdatedAt} hasFailed={live.isRefetchError} />
      {live.isPending && <Loading title={t('wall.title')} />}
      {live.isLoadingError && <Failure error={live.error} onRetry={() => void live.refetch()} />}
      {live.data && (
        <>
          {live.data.isHistoryBehind && (
            <p className={classes.behind} role="status">
              <Icon name="warning" size={28} />
              {t('oversight.historyBehind')}
            </p>
          )}
          <WallFigures figure={live.data.total} todayFrom={live.data.todayFrom} />
          <WallDepartments departments={live.data.departments} todayFrom={live.data.todayFrom} />
        </>
      )}
      <WallTools turnLook={turn} />
    </div>
  );
}
