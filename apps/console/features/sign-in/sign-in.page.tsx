import { Button, PasswordInput, Stack, Text, TextInput } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { type TFunction } from 'i18next';
import { type FormEvent, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Navigate, useLocation } from 'react-router';
import { z } from 'zod';
import { signInSchema } from '#contracts/identity.http.js';
import { ProblemError } from '../../lib/http.js';
import { problemWords } from '../../lib/problem-words.js';
import { meQuery, signIn } from '../../lib/session.js';
import { PageHeading } from '../../ui/page-heading.js';
import { Notice } from '../../ui/states.js';
import { LanguageChoice } from './language-choice.js';
import classes from './sign-in.module.css';

const cameFromSchema = z.object({ next: z.string().startsWith('/').catch('/'), hasEnded: z.boolean().catch(false) });

export function SignInPage() {
  const { t } = useTranslation();
  const location = useLocation();
  const me = useQuery(meQuery);
  const from = cameFromSchema.catch({ next: '/', hasEnded: false }).parse(location.state);
  if (me.data) return <Navigate to={from.next} replace />;
  return (
    <main className={classes.page}>
      <section className={classes.card}>
        <Text fw={700}>{t('common.product')}</Text>
        <PageHeading title={t('signIn.title')} />
        <Text>{t('signIn.lead')}</Text>
        {from.hasEnded && <Notice tone="warn">{t('signIn.comeBack')}</Notice>}
        <SignInForm />
        <LanguageChoice />
      </section>
    </main>
  );
}

function SignInForm() {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const [given, setGiven] = useState({ email: '', password: '' });
  const [isTried, setTried] = useState(false);
  const form = useRef<HTMLFormElement>(null);
  const enter = useMutation({ mutationFn: (body: typeof given) => signIn(queries, body) });
  const bad = isTried ? faultsOf(given) : [];
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    const [first] = faultsOf(given);
    if (first) return form.current?.querySelector<HTMLInputElement>(`input[name=${first}]`)?.focus();
    if (!enter.isPending) enter.mutate({ ...given, email: given.email.trim() });
  };
  return (
    <form ref={form} onSubmit={submit} noValidate>
      <Stack>
        {enter.isError && <Notice tone="late">{signInWords(t, enter.error)}</Notice>}
        <TextInput
          name="email"
          type="email"
          autoComplete="username"
          label={t('signIn.email')}
          value={given.email}
          onChange={(event) => setGiven({ ...given, email: event.currentTarget.value })}
          error={bad.includes('email') && t('signIn.missingEmail')}
        />
        <PasswordInput
          name="password"
          autoComplete="current-password"
          label={t('signIn.password')}
          value={given.password}
          onChange={(event) => setGiven({ ...given, password: event.currentTarget.value })}
          error={bad.includes('password') && t('signIn.missingPassword')}
        />
        <Button type="submit" loading={enter.isPending}>
          {t('signIn.submit')}
        </Button>
      </Stack>
    </form>
  );
}

function faultsOf(given: { email: string; password: string }): string[] {
  const result = signInSchema.safeParse({ ...given, email: given.email.trim() });
  return result.success ? [] : result.error.issues.map((issue) => String(issue.path[0]));
}

function signInWords(t: TFunction, error: unknown): string {
  if (!(error instanceof ProblemError)) return problemWords(t, error);
  if (error.problem.status === 429) return t('signIn.tooMany');
  return error.problem.status === 401 ? t('signIn.wrong') : problemWords(t, error);
}
