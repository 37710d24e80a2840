import { useTranslation } from 'react-i18next';
import type { MarkedText, SearchMatch } from '#contracts/search.http.js';
import classes from './search.module.css';

/** Pieces of plain text, those that were looked for marked. */
export function MatchText({ pieces }: { pieces: MarkedText }) {
  let at = 0;
  return pieces.map(({ text, isMatch }) => {
    const key = at;
    at += text.length;
    return isMatch ? (
      <mark key={key} className={classes.mark}>
        {text}
      </mark>
    ) : (
      text
    );
  });
}

/** Where the match is, when it is not in what the citizen wrote. */
export function MatchKind({ match }: { match: SearchMatch }) {
  const { t } = useTranslation();
  if (match.kind === 'message') return null;
  return <span className={classes.kind}>{t(`search.kinds.${match.kind}`)}</span>;
}
