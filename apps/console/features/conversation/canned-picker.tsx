import { Button, Group, Modal, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { type KeyboardEvent, useEffect, useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { CannedReplyView } from '#contracts/canned-replies.http.js';
import type { ConversationView } from '#contracts/conversations.http.js';
import { announce } from '../../lib/announce.js';
import { cannedRepliesQuery } from '../../lib/canned-replies.js';
import { cannedFor } from '../../lib/canned-search.js';
import listbox from '../../ui/listbox.module.css';
import { Empty, Failure, Loading } from '../../ui/states.js';
import classes from './canned.module.css';
import { CannedPreview } from './canned-preview.js';

interface Props {
  conversation: ConversationView;
  onPick: (reply: CannedReplyView) => void;
  onClose: () => void;
}

/** More than this is not chosen by arrow keys: another word finds it sooner. */
const SHOWN = 50;

/** The search field keeps the focus; arrow keys choose, Enter inserts. What is chosen is shown as it will be inserted. */
export function CannedPicker({ conversation, onPick, onClose }: Props) {
  const { t } = useTranslation();
  const listId = useId();
  const all = useQuery(cannedRepliesQuery);
  const [query, setQuery] = useState('');
  const [index, setIndex] = useState(0);
  const usable = (all.data?.items ?? []).filter(
    ({ department }) => department === null || department.id === conversation.department.id,
  );
  const found = cannedFor(query, usable).slice(0, SHOWN);
  const chosen = found[Math.min(index, found.length - 1)];
  const optionId = (reply: CannedReplyView) => `${listId}-${reply.id}`;
  useEffect(() => {
    if (query) announce(t('canned.results', { count: found.length }));
  }, [query, found.length, t]);
  useEffect(() => {
    if (chosen) document.getElementById(`${listId}-${chosen.id}`)?.scrollIntoView({ block: 'nearest' });
  }, [chosen, listId]);
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    const last = Math.max(0, found.length - 1);
    const keys: Record<string, () => void> = {
      ArrowDown: () => setIndex(index >= last ? 0 : index + 1),
      ArrowUp: () => setIndex(index === 0 ? last : index - 1),
      Enter: () => chosen && onPick(chosen),
    };
    const run = keys[event.key];
    if (!run) return;
    event.preventDefault();
    run();
  };
  return (
    <Modal
      opened
      onClose={onClose}
      title={t('canned.openLong')}
      size="xl"
      returnFocus={false}
      closeButtonProps={{ 'aria-label': t('common.close') }}
    >
      <TextInput
        data-autofocus
        label={t('canned.search')}
        value={query}
        onChange={(event) => {
          setQuery(event.currentTarget.value);
          setIndex(0);
        }}
        onKeyDown={onKeyDown}
        autoComplete="off"
        role="combobox"
        aria-expanded={found.length > 0}
        aria-autocomplete="list"
        aria-controls={found.length > 0 ? listId : undefined}
        aria-activedescendant={chosen && optionId(chosen)}
      />
      {all.isPending && <Loading />}
      {all.isLoadingError && <Failure error={all.error} onRetry={() => void all.refetch()} />}
      {all.data && found.length === 0 && (
        <Empty>{query.trim() ? t('canned.noneFound', { query: query.trim() }) : t('canned.none')}</Empty>
      )}
      {found.length > 0 && (
        <div className={classes.columns}>
          <div role="listbox" id={listId} aria-label={t('canned.title')} className={classes.options}>
            {found.map((reply) => (
              // biome-ignore lint/a11y/useFocusableInteractive: the field keeps the focus and names the active option
              // biome-ignore lint/a11y/useKeyWithClickEvents: the field has the keys
              <div
                key={reply.id}
                id={optionId(reply)}
                role="option"
                aria-selected={reply === chosen}
                className={listbox.option}
                onMouseDown={(event) => event.preventDefault()}
                onClick={() => setIndex(found.indexOf(reply))}
                onDoubleClick={() => onPick(reply)}
              >
                <span lang={reply.language}>{reply.title}</span>
                <span className={classes.dim}>
                  {[reply.shortcut && `/${reply.shortcut}`, reply.department ? null : t('canned.mine')]
                    .filter(Boolean)
                    .join(' · ')}
                </span>
              </div>
            ))}
          </div>
          {chosen && <CannedPreview reply={chosen} conversation={conversation} />}
        </div>
      )}
      <Group mt="md" justify="space-between">
        <Group gap="xs">
          <Button disabled={!chosen} onClick={() => chosen && onPick(chosen)}>
            {t('canned.insert')}
          </Button>
          <Button variant="default" onClick={onClose}>
            {t('common.cancel')}
          </Button>
        </Group>
        <Link to="/canned-replies">{t('canned.manage')}</Link>
      </Group>
    </Modal>
  );
}
