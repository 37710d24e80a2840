import { Button, Table, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { TagView } from '#contracts/triage.http.js';
import { tagNow } from '#domain/triage/tags.js';
import { useLocalised } from '../../lib/i18n.js';
import { TagChip } from '../../ui/tag-chip.js';
import { EditTagDialog, MergeTagDialog } from './tag-dialogs.js';
import classes from './tags.module.css';
import { useTagActs } from './use-tag-acts.js';

/** Those in use first, in the order in which they were made. */
export function TagTable({ tags, mayEdit }: { tags: readonly TagView[]; mayEdit: boolean }) {
  const { t } = useTranslation();
  const [dialog, setDialog] = useState<{ name: 'edit' | 'merge'; tag: TagView } | null>(null);
  if (tags.length === 0) return <Text>{t('triage.tags.none')}</Text>;
  const isUsed = (tag: TagView) => !tag.isArchived && tag.mergedIntoId === null;
  const inOrder = [...tags.filter(isUsed), ...tags.filter((tag) => !isUsed(tag))];
  const close = () => setDialog(null);
  return (
    <div className={classes.tableFrame}>
      <Table verticalSpacing="xs">
        <Table.Thead>
          <Table.Tr>
            <Table.Th scope="col">{t('triage.tags.name')}</Table.Th>
            {mayEdit && <Table.Th scope="col">{t('triage.tags.acts')}</Table.Th>}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {inOrder.map((tag) => (
            <Table.Tr key={tag.id}>
              <Table.Th scope="row">
                <TagChip tag={tag} /> <State tag={tag} tags={tags} />
              </Table.Th>
              {mayEdit && (
                <Table.Td>
                  <Acts
                    tag={tag}
                    areOthers={tags.filter(isUsed).length > 1}
                    onDialog={(name) => setDialog({ name, tag })}
                  />
                </Table.Td>
              )}
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
      {dialog?.name === 'edit' && <EditTagDialog tag={dialog.tag} onClose={close} />}
      {dialog?.name === 'merge' && (
        <MergeTagDialog
          tag={dialog.tag}
          others={tags.filter((one) => isUsed(one) && one.id !== dialog.tag.id)}
          onClose={close}
        />
      )}
    </div>
  );
}

function State({ tag, tags }: { tag: TagView; tags: readonly TagView[] }) {
  const { t } = useTranslation();
  const localised = useLocalised();
  if (tag.isArchived) return <span className={classes.state}>{t('triage.tags.archivedTitle')}</span>;
  if (tag.mergedIntoId === null) return null;
  const now = tagNow(new Map(tags.map((one) => [one.id, one])), tag.id);
  return now ? (
    <span className={classes.state}>{t('triage.tags.mergedInto', { name: localised(now.name) })}</span>
  ) : null;
}

interface ActsProps {
  tag: TagView;
  areOthers: boolean;
  onDialog: (name: 'edit' | 'merge') => void;
}

function Acts({ tag, areOthers, onDialog }: ActsProps) {
  const { t } = useTranslation();
  const name = useLocalised()(tag.name);
  const acts = useTagActs();
  const button = (words: string, run: () => void) => (
    <Button size="compact-sm" variant="default" disabled={acts.isPending} onClick={run} aria-label={`${words} ${name}`}>
      {words}
    </Button>
  );
  const simple = (act: 'archive' | 'restore' | 'part') => () => void acts.run({ act, tag }).catch(() => undefined);
  if (tag.mergedIntoId !== null) return button(t('triage.tags.part'), simple('part'));
  if (tag.isArchived) return button(t('triage.tags.restore'), simple('restore'));
  return (
    <div className={classes.acts}>
      {button(t('triage.tags.editShort'), () => onDialog('edit'))}
      {areOthers && button(t('triage.tags.merge'), () => onDialog('merge'))}
      {button(t('triage.tags.archive'), simple('archive'))}
    </div>
  );
}
