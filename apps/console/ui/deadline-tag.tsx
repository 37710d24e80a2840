import { useTranslation } from 'react-i18next';
import { useFormat } from '../lib/i18n.js';
import { useNow } from '../lib/now.js';
import { Tag, type Tone } from './tag.js';

const SOON_MS = 24 * 3_600_000;

interface Props {
  dueAt: string | null;
  /** More time was taken, in public. */
  isExtended?: boolean;
}

/** Nothing where no answer is promised. */
export function DeadlineTag({ dueAt, isExtended = false }: Props) {
  const { t } = useTranslation();
  const format = useFormat();
  const now = useNow();
  if (!dueAt) return null;
  const left = Date.parse(dueAt) - now;
  const duration = format.duration(Math.abs(left));
  return (
    <Tag tone={toneOf(left)} title={format.dateTime(dueAt)}>
      {left < 0 ? t('common.due.overdue', { duration }) : t('common.due.in', { duration })}
      {isExtended && ` · ${t('waiting.extended')}`}
    </Tag>
  );
}

function toneOf(left: number): Tone {
  if (left < 0) return 'late';
  return left < SOON_MS ? 'warn' : 'neutral';
}
