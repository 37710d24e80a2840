import { useTranslation } from 'react-i18next';
import type { Priority } from '#domain/conversations/priority.js';
import { Tag, type Tone } from './tag.js';

const TONES: Record<Exclude<Priority, 'normal'>, Tone> = { urgent: 'late', high: 'warn', low: 'neutral' };

/** Nothing where it is as usual. */
export function PriorityTag({ priority }: { priority: Priority }) {
  const { t } = useTranslation();
  if (priority === 'normal') return null;
  return <Tag tone={TONES[priority]}>{t(`triage.priority.${priority}`)}</Tag>;
}
