import { Button, Stack, Title } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { newId } from '../../lib/uuid.js';
import { isNamed, TagFieldSet } from './tag-fields.js';
import classes from './tags.module.css';
import { type TagFields, useTagActs } from './use-tag-acts.js';

const BLANK: TagFields = { name: { en: '', zh: '' }, colour: 'blue' };

export function NewTag({ department }: { department: string }) {
  const { t } = useTranslation();
  const [fields, setFields] = useState(BLANK);
  /** The same one for a second press and a retry. */
  const [id, setId] = useState(newId);
  const [isTried, setTried] = useState(false);
  const acts = useTagActs();
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (!isNamed(fields) || acts.isPending) return;
    const made = () => {
      setFields({ ...BLANK, colour: fields.colour });
      setId(newId());
      setTried(false);
    };
    void acts.run({ act: 'make', id, department, fields }).then(made, () => undefined);
  };
  const missing = isTried && !isNamed(fields) ? t('triage.tags.nameMissing') : null;
  return (
    <form onSubmit={submit} noValidate className={classes.form}>
      <Stack>
        <Title order={2} size="h4">
          {t('triage.tags.add')}
        </Title>
        <TagFieldSet
          fields={fields}
          onChange={setFields}
          error={acts.isNameTaken ? t('triage.tags.nameTaken') : missing}
        />
        <div>
          <Button type="submit" loading={acts.isPending}>
            {t('triage.tags.make')}
          </Button>
        </div>
      </Stack>
    </form>
  );
}
