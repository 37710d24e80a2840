import { useTranslation } from 'react-i18next';
import { type LetterText, paragraphsOf } from '#domain/letters/letter-text.js';
import classes from './letters.module.css';

/** The letter as it will be read, with nothing around it that is not part of it. */
export function PrintedLetter({ text }: { text: LetterText }) {
  const { t } = useTranslation();
  return (
    <div className={classes.printed}>
      <h2>{text.title.trim() || t('letters.untitled')}</h2>
      <p>{text.salutation}</p>
      {paragraphsOf(text.body).map((paragraph, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: two paragraphs may be the same, and none ever moves alone
        <p key={index}>{paragraph}</p>
      ))}
      {text.signatoryName ? (
        <p className={classes.signature}>
          {text.signatoryName}
          <br />
          {text.signatoryTitle}
        </p>
      ) : (
        <p className={classes.facts}>{t('letters.noSignatory')}</p>
      )}
    </div>
  );
}
