import { Button, Group, NativeSelect, Stack, Textarea } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import {
  type ScreeningPolicyInput,
  type ScreeningPolicyView,
  triedScreeningSchema,
} from '#contracts/screening.http.js';
import { STANDINGS } from '#domain/moderation/author-standing.js';
import { act } from '../../lib/http.js';
import { useTell } from '../../lib/tell.js';
import layout from '../../ui/layout.module.css';
import { screeningPath } from './screening.queries.js';
import { TriedText } from './tried-text.js';

interface Props {
  scope: string;
  view: ScreeningPolicyView;
  /** What is on the screen; null: what is in force. */
  policy: ScreeningPolicyInput | null;
}

/** A pasted text, what screening would find in it and what would follow: also under what is not applied yet. */
export function TryBox({ scope, view, policy }: Props) {
  const { t } = useTranslation();
  const [body, setBody] = useState('');
  const [channel, setChannel] = useState('');
  const [standing, setStanding] = useState<(typeof STANDINGS)[number]>('new');
  const tried = useTry(scope);
  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    if (body.trim()) tried.mutate({ body, channel: channel || null, standing, ...(policy && { policy }) });
  };
  return (
    <section className={layout.section} aria-labelledby="try">
      <h2 id="try">{t('screening.try.title')}</h2>
      <p>{t('screening.try.lead')}</p>
      <form onSubmit={onSubmit}>
        <Stack gap="sm">
          <Textarea
            label={t('screening.try.text')}
            autosize
            minRows={3}
            maxRows={10}
            maxLength={10_000}
            value={body}
            onChange={(event) => setBody(event.currentTarget.value)}
          />
          <div className={layout.fields}>
            <NativeSelect
              label={t('screening.try.channel')}
              value={channel}
              onChange={(event) => setChannel(event.currentTarget.value)}
            >
              <option value="">{t('screening.try.anyChannel')}</option>
              {view.channels.map(({ slug, name }) => (
                <option key={slug} value={slug}>
                  {name}
                </option>
              ))}
            </NativeSelect>
            <NativeSelect
              label={t('screening.try.author')}
              value={standing}
              onChange={({ currentTarget }) =>
                setStanding(STANDINGS.find((one) => one === currentTarget.value) ?? 'new')
              }
              data={STANDINGS.map((value) => ({ value, label: t(`screening.look.standings.${value}`) }))}
            />
          </div>
          <Group>
            <Button type="submit" variant="default" loading={tried.isPending}>
              {t('screening.try.submit')}
            </Button>
          </Group>
          <div role="status">
            {tried.data && tried.variables && <TriedText text={tried.variables.body} tried={tried.data} />}
          </div>
        </Stack>
      </form>
    </section>
  );
}

interface Order {
  body: string;
  channel: string | null;
  standing: string;
  policy?: ScreeningPolicyInput;
}

function useTry(scope: string) {
  const tell = useTell();
  return useMutation({
    mutationFn: (body: Order) =>
      act(triedScreeningSchema, { method: 'POST', path: `${screeningPath(scope)}/try`, body }),
    onError: (error) => tell.problem(error),
  });
}
