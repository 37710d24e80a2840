import { ActionIcon, Button, Group, Modal, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { SavedViewView } from '#contracts/saved-views.http.js';
import { VIEW_AUDIENCES } from '#domain/triage/saved-view.permissions.js';
import { useReturnFocus } from '../../lib/focus.js';
import { Icon } from '../../ui/icons.js';
import { Failure, Loading } from '../../ui/states.js';
import { savedViewsQuery } from './saved-views.js';
import classes from './saved-views.module.css';
import { type DeletedView, useDeleteView, useMoveView, useRestoreView } from './use-saved-views.js';

interface Props {
  onEdit: (view: SavedViewView) => void;
  onClose: () => void;
}

/** All saved views: their order, their names, and what is no longer needed. */
export function ManageViewsDialog({ onEdit, onClose }: Props) {
  const { t } = useTranslation();
  const views = useQuery(savedViewsQuery);
  const [deleted, setDeleted] = useState<DeletedView | null>(null);
  const [restored, setRestored] = useState<string | null>(null);
  useReturnFocus();
  const gone = (view: DeletedView) => {
    setRestored(null);
    setDeleted(view);
  };
  const isBack = (name: string) => {
    setDeleted(null);
    setRestored(name);
  };
  return (
    <Modal
      opened
      onClose={onClose}
      title={t('triage.views.manageTitle')}
      closeButtonProps={{ 'aria-label': t('common.close') }}
    >
      <div role="status">
        {deleted && <WayBack deleted={deleted} onRestored={isBack} />}
        {restored !== null && t('triage.views.restored', { name: restored })}
      </div>
      {views.isPending && <Loading />}
      {views.isError && !views.data && <Failure error={views.error} onRetry={() => void views.refetch()} />}
      {views.data?.items.length === 0 && <Text size="sm">{t('triage.views.none')}</Text>}
      {views.data && views.data.items.length > 0 && (
        <Stack>
          <Text size="sm">{t('triage.views.manageLead')}</Text>
          {VIEW_AUDIENCES.map((audience) => (
            <section key={audience} className={classes.group}>
              <ViewsOf
                views={views.data.items.filter((view) => view.audience === audience)}
                onEdit={onEdit}
                onDeleted={gone}
              />
            </section>
          ))}
        </Stack>
      )}
    </Modal>
  );
}

function WayBack({ deleted, onRestored }: { deleted: DeletedView; onRestored: (name: string) => void }) {
  const { t } = useTranslation();
  const { name } = deleted;
  const restore = useRestoreView();
  const undo = () =>
    void restore.mutateAsync(deleted).then(
      () => onRestored(name),
      () => undefined,
    );
  return (
    <Group gap="xs" mb="sm">
      {t('triage.views.deleted', { name })}
      <Button size="compact-sm" variant="default" loading={restore.isPending} onClick={undo}>
        {t('triage.acts.undo')}
      </Button>
    </Group>
  );
}

interface ViewHandlers {
  onEdit: Props['onEdit'];
  onDeleted: (view: DeletedView) => void;
}

function ViewsOf({ views, ...handlers }: ViewHandlers & { views: readonly SavedViewView[] }) {
  const { t } = useTranslation();
  const [first] = views;
  if (!first) return null;
  return (
    <>
      <h3 className={classes.groupTitle}>{t(`triage.views.${first.audience}`)}</h3>
      <ul className={classes.managed}>
        {views.map((view, index) => (
          <li key={view.id}>
            <span className={classes.managedName}>{view.name}</span>
            {view.may.edit ? (
              <ViewActs view={view} place={placeOf(views, index)} {...handlers} />
            ) : (
              <span className={classes.notMine}>{t('triage.views.notMine')}</span>
            )}
          </li>
        ))}
      </ul>
    </>
  );
}

interface Place {
  /** Undefined: it is at that end already. */
  up: { beforeId: string } | undefined;
  down: { beforeId: string | undefined } | undefined;
}

/** Views of two teams are not in one order. */
function placeOf(views: readonly SavedViewView[], index: number): Place {
  const here = views[index];
  const same = views.filter(({ department }) => department === here?.department);
  const place = same.findIndex(({ id }) => id === here?.id);
  const before = same[place - 1];
  return {
    up: before && { beforeId: before.id },
    down: place < same.length - 1 ? { beforeId: same[place + 2]?.id } : undefined,
  };
}

function ViewActs({ view, place, onEdit, onDeleted }: ViewHandlers & { view: SavedViewView; place: Place }) {
  const { t } = useTranslation();
  const move = useMoveView();
  const deletion = useDeleteView(onDeleted);
  const { name } = view;
  const mover = (way: 'up' | 'down') => {
    const to = place[way];
    return (
      <ActionIcon
        variant="default"
        size="md"
        aria-label={t(`triage.views.${way}`, { name })}
        aria-disabled={!to || undefined}
        data-disabled={!to || undefined}
        onClick={() => to && !move.isPending && move.mutate({ view, ...to, beforeId: to.beforeId })}
      >
        <Icon name={way} size={14} />
      </ActionIcon>
    );
  };
  return (
    <Group gap={4} wrap="nowrap">
      {mover('up')}
      {mover('down')}
      <Button
        size="compact-sm"
        variant="default"
        onClick={() => onEdit(view)}
        aria-label={t('triage.views.edit', { name })}
      >
        {t('triage.tags.editShort')}
      </Button>
      <ActionIcon
        variant="default"
        size="md"
        aria-label={t('triage.views.delete', { name })}
        disabled={deletion.isPending}
        onClick={() => deletion.run(view)}
      >
        <Icon name="close" size={14} />
      </ActionIcon>
    </Group>
  );
}
