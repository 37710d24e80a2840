import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link, useSearchParams } from 'react-router';
import { useShortcuts } from '../../lib/shortcuts.js';
import { PageHeading } from '../../ui/page-heading.js';
import { FiguresSection } from './figures.js';
import classes from './oversight.module.css';
import { queryFrom } from './oversight-query.js';
import { WaitingNow } from './waiting-now.js';

export function OversightPage() {
  const { t } = useTranslation();
  const [search] = useSearchParams();
  const print = () => globalThis.print();
  useShortcuts('page', { print: { words: t('oversight.print'), run: print } });
  return (
    <div className={classes.page}>
      <div className={classes.pageHead}>
        <PageHeading title={t('oversight.title')} />
        <div className={classes.doors}>
          <Button component={Link} to="/wall" variant="default" size="xs">
            {t('wall.title')}
          </Button>
          <Button component={Link} to="/oversight/reports" variant="default" size="xs">
            {t('reports.title')}
          </Button>
          <Button variant="default" size="xs" onClick={print}>
            {t('oversight.print')}
          </Button>
        </div>
      </div>
      <WaitingNow />
      <FiguresSection query={queryFrom(search)} />
    </div>
  );
}
