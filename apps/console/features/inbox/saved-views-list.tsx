import { Button, NativeSelect } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate, useSearchParams } from 'react-router';
import type { SavedViewView } from '#contracts/saved-views.http.js';
import { VIEW_AUDIENCES } from '#domain/triage/saved-view.permissions.js';
import { countsQuery } from '../../lib/counts.js';
import { useFormat } from '../../lib/i18n.js';
import { hasRole, useMe } from '../../lib/session.js';
import { useShortcuts } from '../../lib/shortcuts.js';
import { SAVED, searchOf } from './inbox-filter.js';
import inbox from './inbox-views.module.css';
import { ManageViewsDialog } from './manage-views-dialog.js';
import { SaveViewDialog } from './save-view-dialog.js';
import { savedViewsQuery } from './saved-views.js';
import classes from './saved-views.module.css';

/** The views of this officer, of their teams, and the shared ones, each with its number. */
export function SavedViews() {
  const { t } = useTranslation();
  const me = useMe();
  const navigate = useNavigate();
  const views = useQuery(savedViewsQuery).data?.items ?? [];
  const [dialog, setDialog] = useState<'manage' | SavedViewView | null>(null);
  const open = (view: SavedViewView) => void navigate(addressOf(view));
  const maySeeTags = hasRole(me, 'supervisor', 'administrator');
  useShortcuts('list', {
    ...Object.fromEntries(views.map((view) => [`view-${view.id}`, { words: view.name, run: () => open(view) }])),
    manageViews: { words: t('triage.views.manageTitle'), run: () => setDialog('manage') },
    tags: { words: t('triage.tags.manage'), run: maySeeTags ? () => void navigate('/tags') : undefined },
  });
  return (
    <>
      {VIEW_AUDIENCES.map((audience) => (
        <Group
          key={audience}
          title={t(`triage.views.${audience}`)}
          views={views.filter((view) => view.audience === audience)}
        />
      ))}
      {views.length > 0 && <ViewPicker views={views} onPick={open} />}
      <div className={classes.manage}>
        {views.length > 0 && (
          <Button size="compact-sm" variant="subtle" color="gray" onClick={() => setDialog('manage')}>
            {t('triage.views.manage')}
          </Button>
        )}
        {maySeeTags && (
          <Button component={Link} to="/tags" size="compact-sm" variant="subtle" color="gray">
            {t('triage.tags.title')}
          </Button>
        )}
      </div>
      {dialog === 'manage' && <ManageViewsDialog onEdit={setDialog} onClose={() => setDialog(null)} />}
      {dialog && dialog !== 'manage' && (
        <SaveViewDialog filter={dialog.filter} view={dialog} onClose={() => setDialog(null)} />
      )}
    </>
  );
}

/** On a telephone, where the views have no room beside each other. */
function ViewPicker({ views, onPick }: { views: readonly SavedViewView[]; onPick: (view: SavedViewView) => void }) {
  const { t } = useTranslation();
  const format = useFormat();
  const [search] = useSearchParams();
  const counts = useQuery(countsQuery).data?.saved;
  const words = ({ id, name }: SavedViewView) => {
    const count = counts?.[id];
    return count === undefined ? name : `${name} (${format.count(count)})`;
  };
  const pick = (id: string) => {
    const view = views.find((one) => one.id === id);
    if (view) onPick(view);
  };
  return (
    <NativeSelect
      size="xs"
      className={classes.picker}
      aria-label={t('triage.views.manageTitle')}
      value={search.get(SAVED) ?? ''}
      onChange={(event) => pick(event.currentTarget.value)}
    >
      <option value="">{t('triage.views.choose')}</option>
      {VIEW_AUDIENCES.map((audience) => (
        <optgroup key={audience} label={t(`triage.views.${audience}`)}>
          {views
            .filter((view) => view.audience === audience)
            .map((view) => (
              <option key={view.id} value={view.id}>
                {words(view)}
              </option>
            ))}
        </optgroup>
      ))}
    </NativeSelect>
  );
}

function addressOf(view: SavedViewView) {
  return { pathname: '/inbox', search: searchOf(view.filter, { savedId: view.id }) };
}

function Group({ title, views }: { title: string; views: readonly SavedViewView[] }) {
  const format = useFormat();
  const [search] = useSearchParams();
  const counts = useQuery(countsQuery).data?.saved;
  if (views.length === 0) return null;
  return (
    <section className={classes.saved} aria-label={title}>
      <p className={classes.savedTitle} aria-hidden="true">
        {title}
      </p>
      {views.map((view) => {
        const count = counts?.[view.id];
        return (
          <Link
            key={view.id}
            to={addressOf(view)}
            className={inbox.view}
            aria-current={search.get(SAVED) === view.id ? 'page' : undefined}
          >
            <span className={classes.savedName} dir="auto">
              {view.name}
            </span>
            <span className={inbox.viewCount}>{count === undefined ? '–' : format.count(count)}</span>
          </Link>
        );
      })}
    </section>
  );
}
