import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ConversationView } from '#contracts/conversations.http.js';
import { tagsShown } from '#domain/triage/tags.js';
import { useFocusAfter } from '../../lib/focus.js';
import { useFormat } from '../../lib/i18n.js';
import { useShortcuts } from '../../lib/shortcuts.js';
import { useTags } from '../../lib/tags.js';
import { PriorityTag } from '../../ui/priority-tag.js';
import { Tag } from '../../ui/tag.js';
import { TagChip } from '../../ui/tag-chip.js';
import { ClassDialog, ClassTag } from './class-dialog.js';
import { ConflictNotice } from './conflict-notice.js';
import { PriorityDialog } from './priority-dialog.js';
import { SnoozeDialog } from './snooze-dialog.js';
import { TagsDialog } from './tags-dialog.js';
import classes from './triage.module.css';
import { useTriage } from './use-triage.js';

/** What triage put on the conversation, and what can be put on it. */
export function TriageBar({ conversation }: { conversation: ConversationView }) {
  const { t } = useTranslation();
  const [dialog, setDialog] = useState<'tags' | 'priority' | 'snooze' | 'class' | null>(null);
  const acts = useTriage(conversation);
  const { may, snoozedUntil, snoozedUntilMessage } = conversation;
  const isSnoozed = snoozedUntil !== null;
  const wake = () => {
    if (!isSnoozed) return;
    const undo = { verb: 'snooze' as const, body: { until: snoozedUntil, untilMessage: snoozedUntilMessage } };
    void acts.run({ verb: 'wake', done: t('triage.done.wake'), undo }).catch(() => undefined);
  };
  const open = (name: 'tags' | 'priority' | 'snooze' | 'class', isPossible: boolean) =>
    isPossible ? () => setDialog(name) : undefined;
  // While a reply waits, "undo" is about the reply.
  const isReplyWaiting = conversation.thread.some((entry) => entry.kind === 'reply' && entry.state === 'waiting');
  useShortcuts('conversation', {
    tags: { keys: ['t'], words: t('triage.acts.tags'), run: open('tags', may.label) },
    priority: { keys: ['p'], words: t('triage.acts.priority'), run: open('priority', may.label) },
    snooze: { keys: ['z'], words: t('triage.acts.snooze'), run: open('snooze', may.snooze) },
    class: { keys: ['Shift+c'], words: t('waiting.acts.class'), run: open('class', may.label) },
    wake: { words: t('triage.acts.wake'), run: may.snooze && isSnoozed ? wake : undefined },
    undoTriage: { keys: ['u'], words: t('triage.acts.undo'), run: isReplyWaiting ? undefined : acts.undo },
  });
  const bar = useFocusAfter(acts.isPending);
  const button = (name: 'tags' | 'priority' | 'snooze') => (
    <Button size="compact-sm" variant="subtle" color="gray" disabled={acts.isPending} onClick={() => setDialog(name)}>
      {t(`triage.acts.${name}`)}
    </Button>
  );
  const dialogProps = { conversation, acts, onClose: () => setDialog(null) };
  return (
    <fieldset ref={bar} tabIndex={-1} className={classes.bar} aria-label={t('triage.label')}>
      {acts.hasConflict && !dialog && <ConflictNotice conversation={conversation} onDismiss={acts.dismiss} />}
      <Labels conversation={conversation} />
      {may.label && button('tags')}
      {may.label && button('priority')}
      {may.label && (
        <Button
          size="compact-sm"
          variant="subtle"
          color="gray"
          disabled={acts.isPending}
          onClick={() => setDialog('class')}
        >
          {t('waiting.acts.class')}
        </Button>
      )}
      {may.snooze && button('snooze')}
      {may.snooze && isSnoozed && (
        <Button size="compact-sm" variant="subtle" color="gray" disabled={acts.isPending} onClick={wake}>
          {t('triage.acts.wake')}
        </Button>
      )}
      {dialog === 'tags' && <TagsDialog {...dialogProps} />}
      {dialog === 'priority' && <PriorityDialog {...dialogProps} />}
      {dialog === 'class' && <ClassDialog {...dialogProps} />}
      {dialog === 'snooze' && <SnoozeDialog {...dialogProps} />}
    </fieldset>
  );
}

function Labels({ conversation }: { conversation: ConversationView }) {
  const { t } = useTranslation();
  const format = useFormat();
  const tags = tagsShown(useTags(), conversation.tagIds);
  const { escalatedAt, priority, snoozedUntil, snoozedUntilMessage, askedAt } = conversation;
  const until = snoozedUntil && format.dateTime(snoozedUntil);
  return (
    <>
      <PriorityTag priority={priority} />
      <ClassTag conversation={conversation} />
      {escalatedAt && (
        <Tag tone="late" title={t('triage.escalatedSince', { time: format.dateTime(escalatedAt) })}>
          {t('triage.escalated')}
        </Tag>
      )}
      {until && !(askedAt && snoozedUntilMessage) && (
        <Tag tone="calm">
          {snoozedUntilMessage
            ? t('triage.snoozedUntilMessageLong', { time: until })
            : t('triage.snoozedUntil', { time: until })}
        </Tag>
      )}
      {tags.map((tag) => (
        <TagChip key={tag.id} tag={tag} />
      ))}
    </>
  );
}
