import { queryOptions, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { type LetterView, letterViewSchema } from '#contracts/letters.http.js';
import { useBack } from '../../lib/back.js';
import { isOutOfSight, read } from '../../lib/http.js';
import { keys } from '../../lib/keys.js';
import { useShortcuts } from '../../lib/shortcuts.js';
import { PageHeading } from '../../ui/page-heading.js';
import { Failure, Loading, RefetchFailure } from '../../ui/states.js';
import { CitizenWrote } from './citizen-wrote.js';
import { LetterActs } from './letter-acts.js';
import { LetterConflict } from './letter-conflict.js';
import { LetterFields } from './letter-fields.js';
import { LetterHeader } from './letter-header.js';
import classes from './letters.module.css';
import { PrintedLetter } from './printed-letter.js';
import { Unlock } from './unlock.js';
import { useLetterActs } from './use-letter-acts.js';
import { useLetterEditor } from './use-letter-editor.js';
import { usePrinted } from './use-printed.js';

const letterQuery = (id: string) =>
  queryOptions({
    queryKey: keys.letter(id),
    queryFn: ({ signal }) => read(`/letters/${encodeURIComponent(id)}`, letterViewSchema, signal),
  });

export function LetterPage() {
  const { letterId = '' } = useParams();
  const back = useBack('/letters');
  const letter = useQuery(letterQuery(letterId));
  const { t } = useTranslation();
  useShortcuts('page', { back: { keys: ['Escape'], words: t('keys.acts.back'), run: back } });
  if (letter.isPending) return <Loading title={t('letters.title')} />;
  if (!letter.data || isOutOfSight(letter.error)) {
    return (
      <Failure error={letter.error} onRetry={() => void letter.refetch()}>
        <PageHeading title={t('letters.title')} />
      </Failure>
    );
  }
  return (
    <>
      {letter.isRefetchError && <RefetchFailure error={letter.error} onRetry={() => void letter.refetch()} />}
      <Letter key={letterId} letter={letter.data} />
    </>
  );
}

function Letter({ letter }: { letter: LetterView }) {
  const { t } = useTranslation();
  const { editor, state } = useLetterEditor(letter);
  const acts = useLetterActs(letter, editor);
  const printed = usePrinted(letter);
  const [unlockedAt, setUnlockedAt] = useState<string | null>(null);
  const isUnlocked = letter.status === 'draft' || unlockedAt === letter.status;
  const isEditing = letter.may.edit && isUnlocked;
  return (
    <article className={classes.letterPage}>
      <LetterHeader letter={letter} />
      <LetterActs letter={letter} acts={acts} printed={printed} />
      {state.theirs && <LetterConflict letter={letter} editor={editor} mine={state.text} theirs={state.theirs} />}
      <div className={classes.columns}>
        <CitizenWrote letter={letter} />
        <section className={classes.sheet} aria-label={t('letters.fields.legend')}>
          {isEditing ? (
            <LetterFields letter={letter} editor={editor} state={state} faults={acts.faults} />
          ) : (
            <>
              {letter.may.edit && letter.status !== 'published' && (
                <Unlock status={letter.status} onUnlock={() => setUnlockedAt(letter.status)} />
              )}
              <PrintedLetter text={printed.text} />
            </>
          )}
        </section>
      </div>
    </article>
  );
}
