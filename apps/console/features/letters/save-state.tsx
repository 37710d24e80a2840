import { useTranslation } from 'react-i18next';
import { problemWords } from '../../lib/problem-words.js';
import { Notice } from '../../ui/states.js';
import type { EditorState } from './letter-editor.js';
import classes from './letters.module.css';

export function SaveState({ state, isDirty }: { state: EditorState; isDirty: boolean }) {
  const { t } = useTranslation();
  if (state.theirs) return null;
  if (state.failure && isDirty && !state.isSaving) {
    return <Notice tone="late">{t('letters.save.failed', { reason: problemWords(t, state.failure) })}</Notice>;
  }
  const words = state.isSaving ? t('letters.save.saving') : t('letters.save.waiting');
  return <p className={classes.facts}>{isDirty ? words : t('letters.save.saved', { version: state.base.version })}</p>;
}
