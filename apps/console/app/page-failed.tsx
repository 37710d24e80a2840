import { Button, Group, Stack, Text } from '@mantine/core';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useRouteError } from 'react-router';
import { problemWords } from '../lib/problem-words.js';
import { PageHeading } from '../ui/page-heading.js';

/** A page that threw, or whose code could not be fetched (a newer version was installed meanwhile). */
export function PageFailed() {
  const { t } = useTranslation();
  const error = useRouteError();
  useEffect(() => console.error(error), [error]);
  return (
    <Stack p="xl" align="flex-start">
      <PageHeading title={t('problem.pageTitle')} />
      <Text role="alert">{problemWords(t, error)}</Text>
      <Group>
        <Button onClick={() => location.reload()}>{t('problem.pageReload')}</Button>
        <Button component="a" href="/inbox" variant="default">
          {t('problem.toInbox')}
        </Button>
      </Group>
    </Stack>
  );
}

/** Outside of the shell, which has a main part of its own. */
export function ConsoleFailed() {
  return (
    <main>
      <PageFailed />
    </main>
  );
}

export function NotFound() {
  const { t } = useTranslation();
  return (
    <Stack p="xl" align="flex-start">
      <PageHeading title={t('problem.notFoundTitle')} />
      <Text>{t('problem.notFoundText')}</Text>
      <Button component={Link} to="/inbox">
        {t('problem.toInbox')}
      </Button>
    </Stack>
  );
}
