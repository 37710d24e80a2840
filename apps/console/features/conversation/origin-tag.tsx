import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useConversationAddress } from './use-merging.js';

interface Props {
  origin: { id: string; reference: string } | null;
}

/** Where an entry of the thread was written to, if not here. */
export function OriginTag({ origin }: Props) {
  const { t } = useTranslation();
  const addressOf = useConversationAddress();
  if (!origin) return null;
  return <Link to={addressOf(origin.id)}>{t('merging.origin', { reference: origin.reference })}</Link>;
}
