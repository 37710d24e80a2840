import { NativeSelect, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { mayOnTags } from '#domain/triage/tag.permissions.js';
import { useLocalised } from '../../lib/i18n.js';
import { actorOf, useMe } from '../../lib/session.js';
import { tagsQuery } from '../../lib/tags.js';
import { PageHeading } from '../../ui/page-heading.js';
import { Failure, Loading } from '../../ui/states.js';
import { NewTag } from './new-tag.js';
import { TagTable } from './tag-table.js';
import classes from './tags.module.css';

/** The tags of one department, for who keeps them; the others look. */
export function TagsPage() {
  const { t } = useTranslation();
  const localised = useLocalised();
  const me = useMe();
  const [search, setSearch] = useSearchParams();
  const tags = useQuery(tagsQuery);
  const wanted = search.get('department');
  const department = me.departments.find(({ slug }) => slug === wanted) ?? me.departments[0];
  if (!department) return <Text p="md">{t('triage.tags.noneToKeep')}</Text>;
  const mayEdit = mayOnTags(actorOf(me), 'edit', department.id);
  const own = tags.data?.items.filter((tag) => tag.department.id === department.id);
  return (
    <div className={classes.page}>
      <PageHeading title={t('triage.tags.title')} />
      <Stack>
        <Text>{t('triage.tags.lead')}</Text>
        {me.departments.length > 1 && (
          <NativeSelect
            className={classes.department}
            label={t('inbox.department')}
            value={department.slug}
            onChange={(event) => setSearch({ department: event.currentTarget.value })}
          >
            {me.departments.map(({ slug, name }) => (
              <option key={slug} value={slug}>
                {localised(name)}
              </option>
            ))}
          </NativeSelect>
        )}
        {!mayEdit && <Text c="dimmed">{t('triage.tags.noneToKeep')}</Text>}
        {tags.isPending && <Loading />}
        {tags.isError && !own && <Failure error={tags.error} onRetry={() => void tags.refetch()} />}
        {own && <TagTable tags={own} mayEdit={mayEdit} />}
        {mayEdit && <NewTag key={department.slug} department={department.slug} />}
      </Stack>
    </div>
  );
}
