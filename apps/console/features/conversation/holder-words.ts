import { useTranslation } from 'react-i18next';
import type { ConversationView } from '#contracts/conversations.http.js';
import { useMe } from '../../lib/session.js';

/** The state and who has it, for sentences that explain a conflict. */
export function useHolderWords({ status, assignment }: ConversationView): { status: string; holder: string } {
  const { t } = useTranslation();
  const me = useMe();
  const words = { status: t(`common.status.${status}`) };
  if (!assignment) return { ...words, holder: t('conversation.conflict.withNobody') };
  const { id, name } = assignment.officer;
  return {
    ...words,
    holder: id === me.id ? t('conversation.conflict.withYou') : t('conversation.conflict.with', { name }),
  };
}
