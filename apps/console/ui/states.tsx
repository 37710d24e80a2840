import { Button, Loader } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { problemWords } from '../lib/problem-words.js';
import classes from './states.module.css';

/** With a title where it stands for a whole page, which is named even before it is there. */
export function Loading({ title }: { title?: string }) {
  const { t } = useTranslation();
  return (
    <div className={classes.state} role="status">
      {title && <h1 className="visually-hidden">{title}</h1>}
      <Loader size="sm" aria-hidden="true" />
      <span>{t('common.loading')}</span>
    </div>
  );
}

interface FailureProps {
  error: unknown;
  onRetry?: () => void;
  /** Other ways out. */
  children?: ReactNode;
}

export function Failure({ error, onRetry, children }: FailureProps) {
  const { t } = useTranslation();
  return (
    <div className={classes.state}>
      <Notice tone="late">{problemWords(t, error)}</Notice>
      {onRetry && (
        <Button variant="default" onClick={onRetry}>
          {t('common.retry')}
        </Button>
      )}
      {children}
    </div>
  );
}

/** What is shown is from before: said in a line that does not push it away. */
export function RefetchFailure({ error, onRetry }: { error: unknown; onRetry: () => void }) {
  const { t } = useTranslation();
  return (
    <div className={classes.old} role="alert">
      <span>{t('problem.old', { reason: problemWords(t, error) })}</span>
      <Button size="compact-xs" variant="default" onClick={onRetry}>
        {t('common.retry')}
      </Button>
    </div>
  );
}

export function Empty({ children }: { children: ReactNode }) {
  return <div className={classes.state}>{children}</div>;
}

interface NoticeProps {
  tone: 'late' | 'warn' | 'info' | 'good';
  title?: string;
  children: ReactNode;
}

/** A sentence that must be seen; read out when it appears, unless it only informs. */
export function Notice({ tone, title, children }: NoticeProps) {
  return (
    <div className={`${classes.notice} ${classes[tone]}`} role={tone === 'info' ? 'note' : 'alert'}>
      {title && <strong>{title}</strong>}
      <div>{children}</div>
    </div>
  );
}
