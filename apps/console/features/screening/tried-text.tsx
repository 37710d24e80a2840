import { useTranslation } from 'react-i18next';
import type { TriedScreening } from '#contracts/screening.http.js';
import { useFormat } from '../../lib/i18n.js';
import { MarkedText, useFindingWords } from '../../ui/marked-text.js';
import { Tag } from '../../ui/tag.js';
import classes from './screening.module.css';

const TONES = { publish: 'good', hold: 'warn', reject: 'late' } as const;

export function TriedText({ text, tried }: { text: string; tried: TriedScreening }) {
  const { t } = useTranslation();
  const format = useFormat();
  const words = useFindingWords();
  const { verdict, findings, because, first, isAlarm } = tried;
  const found = new Map<string, number>();
  for (const { kind, score } of findings) found.set(kind, Math.max(score, found.get(kind) ?? 0));
  return (
    <div className={classes.tried}>
      <p>
        <Tag tone={TONES[verdict]}>{t(`screening.verdicts.${verdict}`)}</Tag>{' '}
        {because.length > 0 && t('screening.try.because', { kinds: because.map(words).join(', ') })}
      </p>
      {first && <p>{t(`moderation.screening.notes.${first}-first`)}</p>}
      {isAlarm && <p>{t('screening.try.alarm')}</p>}
      {found.size === 0 ? (
        <p>{t('screening.try.nothing')}</p>
      ) : (
        <ul>
          {[...found].map(([kind, score]) => (
            <li key={kind}>{t('screening.try.found', { kind: words(kind), score: format.number(score) })}</li>
          ))}
        </ul>
      )}
      <p className={classes.text} dir="auto">
        <MarkedText text={text} findings={findings} field="body" />
      </p>
    </div>
  );
}
