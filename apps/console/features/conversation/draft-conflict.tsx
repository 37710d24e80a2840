import { Button, Group } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { textOfDraft } from '#domain/replies/draft-words.js';
import { announce } from '../../lib/announce.js';
import { copyText } from '../../ui/copyable.js';
import { Notice } from '../../ui/states.js';
import classes from './conversation.module.css';
import type { Draft } from './use-draft.js';

/** Two texts of one officer, from two devices, both whole: the officer chooses, nothing is merged or lost by itself. */
export function DraftConflict({ editor, state }: Draft) {
  const { t } = useTranslation();
  if (!state.theirs) return null;
  const words = { mine: state.text, theirs: state.theirs.text };
  const copy = async () =>
    announce((await copyText(textOfDraft(state.text))) ? t('common.copied') : t('common.copyFailed'));
  return (
    <Notice tone="warn" title={t('replies.conflict.title')}>
      <div className={classes.twoTexts}>
        {(['mine', 'theirs'] as const).map((whose) => (
          <section key={whose}>
            <h4>
              {t(`replies.conflict.${whose}`)}
              {words[whose].kind !== 'answer' && ` · ${t(`waiting.kinds.${words[whose].kind}`)}`}
            </h4>
            <p className={`${classes.body} ${classes.quoted}`} dir="auto">
              {textOfDraft(words[whose]) || t('replies.conflict.empty')}
            </p>
          </section>
        ))}
      </div>
      <Group gap="xs">
        <Button size="compact-sm" onClick={() => editor.keepMine()}>
          {t('replies.conflict.keepMine')}
        </Button>
        <Button size="compact-sm" variant="default" onClick={() => editor.takeTheirs()}>
          {t('replies.conflict.takeTheirs')}
        </Button>
        <Button size="compact-sm" variant="default" onClick={() => void copy()}>
          {t('conversation.composer.copyText')}
        </Button>
      </Group>
    </Notice>
  );
}
