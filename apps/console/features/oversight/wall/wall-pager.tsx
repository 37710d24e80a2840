import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../lib/i18n.js';
import type { WallPages } from './use-wall-pages.js';
import classes from './wall.module.css';

/** Which page of the departments is shown; what turns by itself can be stopped. */
export function WallPager<Row>({ pages: { page, pages, isTurning, turn, pause } }: { pages: WallPages<Row> }) {
  const { t } = useTranslation();
  const format = useFormat();
  if (!turn || !pause) return null;
  return (
    <div className={classes.pager}>
      <button type="button" onClick={() => turn(-1)}>
        {t('wall.previous')}
      </button>
      <span>{t('wall.page', { page: format.number(page + 1), pages: format.number(pages) })}</span>
      <button type="button" onClick={() => turn(1)}>
        {t('wall.next')}
      </button>
      <button type="button" onClick={pause}>
        {t(isTurning ? 'wall.pause' : 'wall.turn')}
      </button>
    </div>
  );
}
