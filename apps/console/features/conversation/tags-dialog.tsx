import { Anchor, Checkbox, Group, Stack, Text, TextInput } from '@mantine/core';
import { type KeyboardEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { TagView } from '#contracts/triage.http.js';
import { mayOnTags } from '#domain/triage/tag.permissions.js';
import { TAGS_ON_ONE_LIMIT, tagsShown } from '#domain/triage/tags.js';
import { actorOf, useMe } from '../../lib/session.js';
import { usableTags, useTags } from '../../lib/tags.js';
import { TagChip } from '../../ui/tag-chip.js';
import { ActDialog } from './act-dialog.js';
import classes from './triage.module.css';
import type { TriageDialogProps } from './use-triage.js';

/** Type, Enter, type, Enter, and Enter on the empty field saves. */
export function TagsDialog(props: TriageDialogProps) {
  const { t } = useTranslation();
  const me = useMe();
  const tags = useTags();
  const { department, tagIds } = props.conversation;
  const [before] = useState(() => tagsShown(tags, tagIds).map(({ id }) => id));
  const [chosen, setChosen] = useState<readonly string[]>(before);
  const [text, setText] = useState('');
  const offered = offeredTags(tags, { departmentId: department.id, before });
  const found = offered.filter((tag) => fits(tag, text));
  const toggle = (id: string) =>
    setChosen((ids) => (ids.includes(id) ? ids.filter((one) => one !== id) : [...ids, id]));
  const isTooMany = chosen.length > TAGS_ON_ONE_LIMIT;
  const order = () => {
    if (isTooMany) return null;
    const add = chosen.filter((id) => !before.includes(id));
    const remove = before.filter((id) => !chosen.includes(id));
    const undo = { verb: 'tags' as const, body: { add: remove, remove: add } };
    return { verb: 'tags' as const, body: { add, remove }, done: t('triage.done.tags'), undo };
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const [first] = found;
    if (event.key !== 'Enter' || event.nativeEvent.isComposing || !text.trim()) return;
    event.preventDefault();
    if (!first) return;
    toggle(first.id);
    setText('');
  };
  return (
    <ActDialog {...props} title={t('triage.tagsDialog.title')} submit={t('triage.tagsDialog.submit')} order={order}>
      {offered.length > 0 && (
        <TextInput
          label={t('triage.tagsDialog.search')}
          description={t('triage.tagsDialog.searchHint')}
          data-autofocus
          value={text}
          maxLength={40}
          onChange={(event) => setText(event.currentTarget.value)}
          onKeyDown={onKeyDown}
          error={isTooMany && t('triage.tagsDialog.tooMany', { count: TAGS_ON_ONE_LIMIT })}
        />
      )}
      <Checkbox.Group label={t('triage.tagsDialog.list')} value={[...chosen]} onChange={setChosen}>
        <Stack gap={2} mt={4} className={classes.tagList}>
          {found.map((tag) => (
            <Checkbox key={tag.id} value={tag.id} className={classes.tagChoice} label={<TagChip tag={tag} />} />
          ))}
          {offered.length > 0 && found.length === 0 && <Text size="sm">{t('triage.tagsDialog.none')}</Text>}
          {offered.length === 0 && <Text size="sm">{t('triage.tagsDialog.empty')}</Text>}
        </Stack>
      </Checkbox.Group>
      <Group gap="xs">
        {mayOnTags(actorOf(me), 'edit', department.id) ? (
          <Anchor component={Link} to={`/tags?department=${department.slug}`} size="sm">
            {t('triage.tags.manage')}
          </Anchor>
        ) : (
          offered.length === 0 && <Text size="sm">{t('triage.tagsDialog.ask')}</Text>
        )}
      </Group>
    </ActDialog>
  );
}

/** What can be put on, and what is on and could only be taken off. */
function offeredTags(
  tags: ReadonlyMap<string, TagView>,
  { departmentId, before }: { departmentId: string; before: readonly string[] },
): TagView[] {
  const usable = usableTags(tags, departmentId);
  const old = before.flatMap((id) => tags.get(id) ?? []).filter((tag) => !usable.includes(tag));
  return [...old, ...usable];
}

function fits({ name }: TagView, text: string): boolean {
  const wanted = text.trim().toLocaleLowerCase();
  return `${name.en}\n${name.zh}`.toLocaleLowerCase().includes(wanted);
}
