import { MultiSelect, NativeSelect } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { CONVERSATION_STATUSES } from '#domain/conversations/conversation.lifecycle.js';
import { PRIORITIES } from '#domain/conversations/priority.js';
import { useLanguage, useLocalised } from '../../lib/i18n.js';
import { facetsQuery } from '../../lib/inbox-facets.js';
import { useMe } from '../../lib/session.js';
import { useTags } from '../../lib/tags.js';
import { languageName } from './filter-words.js';
import classes from './filters.module.css';
import type { InboxFilter } from './inbox-filter.js';

export interface FilterFieldsProps {
  draft: InboxFilter;
  change: (part: Partial<InboxFilter>) => void;
}

const orNone = <T,>(values: readonly T[]): readonly T[] | undefined => (values.length > 0 ? values : undefined);
/** What was asked before may not be there any more; it stays until it is taken away. */
const withAsked = (options: { value: string; label: string }[], asked: readonly string[] = [], label?: string) => [
  ...options,
  ...asked
    .filter((value) => !options.some((option) => option.value === value))
    .map((value) => ({ value, label: label ?? value })),
];

/** Each a choice of several. */
export function FilterListFields({ draft, change }: FilterFieldsProps) {
  const { t } = useTranslation();
  const localised = useLocalised();
  const me = useMe();
  const tags = useTags();
  const facets = useQuery(facetsQuery).data;
  const languages = new Intl.DisplayNames([useLanguage()], { type: 'language' });
  const areSeveral = me.departments.length > 1;
  const departmentName = new Map(me.departments.map(({ id, name }) => [id, localised(name)]));
  const tagOptions = [...tags.values()]
    .filter(({ mergedIntoId }) => mergedIntoId === null)
    .map(({ id, name, isArchived, department }) => {
      const own = isArchived ? t('triage.tags.archivedName', { name: localised(name) }) : localised(name);
      return {
        value: id,
        label: areSeveral ? `${own} · ${departmentName.get(department.id) ?? department.slug}` : own,
      };
    });
  const officerOptions = [
    { value: 'me', label: t('triage.filter.me') },
    { value: 'nobody', label: t('triage.filter.nobody') },
    ...(facets?.officers ?? []).filter(({ id }) => id !== me.id).map(({ id, name }) => ({ value: id, label: name })),
  ];
  const field = {
    clearable: true,
    searchable: true,
    openOnFocus: false,
    nothingFoundMessage: '–',
    // Inside of the dialog, where its keys and its landmark are.
    comboboxProps: { withinPortal: false },
    classNames: { input: classes.pillField ?? '', inputField: classes.pillInput ?? '' },
  };
  return (
    <>
      <MultiSelect
        {...field}
        data-autofocus
        label={t('triage.filter.officer')}
        data={withAsked(officerOptions, draft.officer, t('triage.filter.unknownOfficer'))}
        value={[...(draft.officer ?? [])]}
        onChange={(officer) => change({ officer: orNone(officer) })}
      />
      <MultiSelect
        {...field}
        label={t('triage.filter.priority')}
        data={PRIORITIES.map((value) => ({ value, label: t(`triage.priority.${value}`) }))}
        value={[...(draft.priority ?? [])]}
        onChange={(chosen) => change({ priority: orNone(PRIORITIES.filter((one) => chosen.includes(one))) })}
      />
      <MultiSelect
        {...field}
        label={t('triage.filter.tags')}
        data={withAsked(tagOptions, draft.tag, t('triage.filter.unknownTag'))}
        value={[...(draft.tag ?? [])]}
        onChange={(tag) => change({ tag: orNone(tag) })}
      />
      <NativeSelect
        label={t('triage.filter.tagMatch')}
        disabled={(draft.tag?.length ?? 0) < 2}
        value={draft.tagMatch ?? 'any'}
        onChange={(event) => change({ tagMatch: event.currentTarget.value === 'all' ? 'all' : undefined })}
      >
        <option value="any">{t('triage.filter.tagAny')}</option>
        <option value="all">{t('triage.filter.tagAll')}</option>
      </NativeSelect>
      {areSeveral && (
        <MultiSelect
          {...field}
          label={t('triage.filter.department')}
          data={withAsked(
            me.departments.map(({ slug, name }) => ({ value: slug, label: localised(name) })),
            draft.department,
          )}
          value={[...(draft.department ?? [])]}
          onChange={(department) => change({ department: orNone(department) })}
        />
      )}
      <MultiSelect
        {...field}
        label={t('triage.filter.status')}
        data={CONVERSATION_STATUSES.map((value) => ({ value, label: t(`common.status.${value}`) }))}
        value={[...(draft.status ?? [])]}
        onChange={(chosen) => change({ status: orNone(CONVERSATION_STATUSES.filter((one) => chosen.includes(one))) })}
      />
      <MultiSelect
        {...field}
        label={t('triage.filter.language')}
        data={withAsked(
          (facets?.languages ?? []).map((value) => ({ value, label: languageName(languages, value) })),
          draft.language,
        )}
        value={[...(draft.language ?? [])]}
        onChange={(language) => change({ language: orNone(language) })}
      />
      <MultiSelect
        {...field}
        label={t('triage.filter.channel')}
        data={withAsked(
          (facets?.channels ?? []).map(({ slug, name }) => ({ value: slug, label: name })),
          draft.channel,
        )}
        value={[...(draft.channel ?? [])]}
        onChange={(channel) => change({ channel: orNone(channel) })}
      />
    </>
  );
}
