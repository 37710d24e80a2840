import { Button, Group } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { LetterView } from '#contracts/letters.http.js';
import { announce } from '../../lib/announce.js';
import { officialsQuery } from '../../lib/directory.js';
import { useLocalised } from '../../lib/i18n.js';
import { copyText } from '../../ui/copyable.js';
import { Notice } from '../../ui/states.js';
import type { LetterEditor, LetterText, Saved } from './letter-editor.js';
import classes from './letters.module.css';

interface Props {
  letter: LetterView;
  editor: LetterEditor;
  mine: LetterText;
  theirs: Saved;
}

/** Two texts, both whole: the officer chooses, nothing is merged or lost by itself. */
export function LetterConflict({ letter, editor, mine, theirs }: Props) {
  const { t } = useTranslation();
  const copy = async () => announce((await copyText(mine.body)) ? t('common.copied') : t('common.copyFailed'));
  return (
    <Notice tone="warn" title={t('letters.conflict.title')}>
      <p>{t('letters.conflict.text', { version: theirs.version })}</p>
      {letter.status !== 'draft' && <p>{t('letters.conflict.voids')}</p>}
      <Differences slug={letter.department.slug} mine={mine} theirs={theirs.text} />
      <Group gap="xs" mt="xs">
        {letter.may.edit && (
          <Button size="xs" onClick={() => editor.keepMine()}>
            {t('letters.conflict.keepMine')}
          </Button>
        )}
        <Button size="xs" variant="default" onClick={() => editor.takeTheirs()}>
          {t('letters.conflict.takeTheirs')}
        </Button>
        <Button size="xs" variant="default" onClick={() => void copy()}>
          {t('letters.conflict.copyMine')}
        </Button>
      </Group>
    </Notice>
  );
}

function Differences({ slug, mine, theirs }: { slug: string; mine: LetterText; theirs: LetterText }) {
  const { t } = useTranslation();
  const localised = useLocalised();
  const officials = useQuery(officialsQuery(slug)).data?.items ?? [];
  const nameOf = (id: string | null) => {
    const official = officials.find((one) => one.id === id);
    return official ? localised(official.name) : t('letters.conflict.nobody');
  };
  const rows = [
    ...(['title', 'salutation', 'body'] as const).map((field) => ({ field, mine: mine[field], theirs: theirs[field] })),
    { field: 'official' as const, mine: nameOf(mine.officialId), theirs: nameOf(theirs.officialId) },
  ].filter((row) => row.mine !== row.theirs);
  return rows.map(({ field, mine: own, theirs: other }) => (
    <div key={field} className={classes.difference}>
      <div>
        <h3>
          {t(`letters.fields.${field}`)}: {t('letters.conflict.mine')}
        </h3>
        <p>{own}</p>
      </div>
      <div>
        <h3>
          {t(`letters.fields.${field}`)}: {t('letters.conflict.theirs')}
        </h3>
        <p>{other}</p>
      </div>
    </div>
  ));
}
