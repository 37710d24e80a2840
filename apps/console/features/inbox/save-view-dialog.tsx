import { NativeSelect, Radio, Stack, Text, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import type { SavedViewView } from '#contracts/saved-views.http.js';
import { mayOnView, VIEW_AUDIENCES, type ViewAudience } from '#domain/triage/saved-view.permissions.js';
import { useLocalised } from '../../lib/i18n.js';
import { actorOf, useMe } from '../../lib/session.js';
import { FormDialog } from '../../ui/form-dialog.js';
import { useFilterWords } from './filter-words.js';
import { type InboxFilter, searchOf } from './inbox-filter.js';
import { useSaveView } from './use-saved-views.js';

interface Props {
  /** What is set in the list now. */
  filter: InboxFilter;
  /** The view that is changed; null makes a new one. */
  view: SavedViewView | null;
  onClose: () => void;
}

export function SaveViewDialog({ filter, view, onClose }: Props) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const placing = usePlaces(filter);
  const [name, setName] = useState(view?.name ?? '');
  const [audience, setAudience] = useState<ViewAudience>(view?.audience ?? 'mine');
  const [department, setDepartment] = useState(view?.department ?? placing.teams[0]?.slug ?? '');
  const [isTried, setTried] = useState(false);
  const words = useFilterWords()(filter);
  const save = useSaveView();
  const submit = () => {
    setTried(true);
    if (!name.trim() || save.isPending) return;
    const fields = { name: name.trim(), filter, audience, ...(audience === 'team' && { department }) };
    void save.run({ view, fields }).then(
      ({ id }) => {
        onClose();
        void navigate({ pathname: '/inbox', search: searchOf(filter, { savedId: id }) });
      },
      () => undefined,
    );
  };
  const title = view ? t('triage.views.editTitle', { name: view.name }) : t('triage.views.saveTitle');
  return (
    <FormDialog
      title={title}
      submit={t('triage.views.submit')}
      isPending={save.isPending}
      onSubmit={submit}
      onClose={onClose}
    >
      <TextInput
        label={t('triage.views.name')}
        data-autofocus
        maxLength={60}
        value={name}
        onChange={(event) => setName(event.currentTarget.value)}
        error={isTried && !name.trim() && t('triage.views.nameMissing')}
      />
      <div>
        <Text size="sm" fw={600}>
          {t('triage.views.filters')}
        </Text>
        <Text size="sm">
          {[
            t('triage.filter.chip.view', { name: t(`inbox.views.${filter.view}`) }),
            ...words.map((one) => one.words),
          ].join(' · ')}
        </Text>
      </div>
      {placing.audiences.length > 1 && (
        <Radio.Group
          label={t('triage.views.audience')}
          value={audience}
          onChange={(value) => setAudience(VIEW_AUDIENCES.find((one) => one === value) ?? audience)}
        >
          <Stack gap="xs" mt="xs">
            {placing.audiences.map((one) => (
              <Radio key={one} value={one} label={t(`triage.views.audiences.${one}`)} />
            ))}
          </Stack>
        </Radio.Group>
      )}
      {audience === 'team' && <TeamSelect teams={placing.teams} value={department} onChange={setDepartment} />}
    </FormDialog>
  );
}

interface Team {
  id: string;
  slug: string;
  name: { en: string; zh: string };
}

function TeamSelect({
  teams,
  value,
  onChange,
}: {
  teams: readonly Team[];
  value: string;
  onChange: (slug: string) => void;
}) {
  const { t } = useTranslation();
  const localised = useLocalised();
  return (
    <NativeSelect
      label={t('triage.views.department')}
      value={value}
      onChange={(event) => onChange(event.currentTarget.value)}
    >
      {teams.map(({ slug, name }) => (
        <option key={slug} value={slug}>
          {localised(name)}
        </option>
      ))}
    </NativeSelect>
  );
}

/** For whom this officer may keep a view with this filter. */
function usePlaces(filter: InboxFilter): { audiences: ViewAudience[]; teams: Team[] } {
  const me = useMe();
  const actor = actorOf(me);
  const named = me.departments.filter(({ slug }) => filter.department?.includes(slug)).map(({ id }) => id);
  const facts = { ownerId: me.id, namedDepartmentIds: named };
  const teams = me.departments.filter(({ id }) =>
    mayOnView(actor, 'edit', { ...facts, audience: 'team', departmentId: id }),
  );
  const mayShare = mayOnView(actor, 'edit', { ...facts, audience: 'shared', departmentId: null });
  const may: Record<ViewAudience, boolean> = { mine: true, team: teams.length > 0, shared: mayShare };
  return { audiences: VIEW_AUDIENCES.filter((one) => may[one]), teams };
}
