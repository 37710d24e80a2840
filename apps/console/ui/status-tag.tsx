import { useTranslation } from 'react-i18next';
import type { ConversationStatus } from '#domain/conversations/conversation.lifecycle.js';
import type { LetterStatus } from '#domain/letters/letter.lifecycle.js';
import { Tag, type Tone } from './tag.js';

const TONES: Record<ConversationStatus, Tone> = {
  received: 'neutral',
  held: 'warn',
  queued: 'info',
  assigned: 'calm',
  answered: 'good',
  closed: 'neutral',
  merged: 'neutral',
};

const LETTER_TONES: Record<LetterStatus, Tone> = {
  draft: 'neutral',
  'in-review': 'warn',
  approved: 'info',
  published: 'good',
};

export function StatusTag({ status }: { status: ConversationStatus }) {
  const { t } = useTranslation();
  return <Tag tone={TONES[status]}>{t(`common.status.${status}`)}</Tag>;
}

export function LetterStatusTag({ status }: { status: LetterStatus }) {
  const { t } = useTranslation();
  return <Tag tone={LETTER_TONES[status]}>{t(`common.letterStatus.${status}`)}</Tag>;
}
