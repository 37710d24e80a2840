import { useTranslation } from 'react-i18next';
import type { FindingView } from '#contracts/moderation.http.js';
import { segmentsOf } from '../lib/highlight.js';
import classes from './marked-text.module.css';

interface Props {
  text: string;
  findings: readonly FindingView[];
  field: FindingView['field'];
  lang?: string;
}

/** A citizen's text as it was written, with what screening found marked and named. */
export function MarkedText({ text, findings, field, lang }: Props) {
  const words = useFindingWords();
  const segments = segmentsOf(
    text,
    findings.filter((finding) => finding.field === field),
  );
  return (
    <span className={classes.text} lang={lang}>
      {segments.map(({ text: part, start, kinds }) =>
        kinds.length === 0 ? (
          part
        ) : (
          <mark key={start} className={classes.mark}>
            {part}
            <small className={classes.kind}>{kinds.map(words).join(' · ')}</small>
          </mark>
        ),
      )}
    </span>
  );
}

/** A finding's kind in words; one that this console does not know yet is shown as it is. */
export function useFindingWords(): (kind: string) => string {
  const { t } = useTranslation();
  const words = new Map(Object.entries(t('moderation.kinds', { returnObjects: true })));
  return (kind) => words.get(kind) ?? kind;
}
