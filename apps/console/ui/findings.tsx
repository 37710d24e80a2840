import { useTranslation } from 'react-i18next';
import type { FindingView } from '#contracts/moderation.http.js';
import { useFindingWords } from './marked-text.js';
import { Tag } from './tag.js';

/** What was found, each kind once, named beside the text. */
export function FindingTags({ findings }: { findings: readonly FindingView[] }) {
  const { t } = useTranslation();
  const words = useFindingWords();
  const kinds = [...new Set(findings.map(({ kind }) => kind))];
  if (kinds.length === 0) return null;
  return (
    <span>
      <span className="visually-hidden">{t('moderation.found')}: </span>
      {kinds.map((kind) => (
        <span key={kind}>
          <Tag tone="warn">{words(kind)}</Tag>{' '}
        </span>
      ))}
    </span>
  );
}
