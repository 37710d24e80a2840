import { useTranslation } from 'react-i18next';
import type { CannedReplyView } from '#contracts/canned-replies.http.js';
import type { ConversationView } from '#contracts/conversations.http.js';
import { cannedPartsOf, filled } from '#domain/canned-replies/variables.js';
import { useLanguage } from '../../lib/i18n.js';
import { HTML_LANG } from '../../lib/languages.js';
import { useMe } from '../../lib/session.js';
import classes from './canned.module.css';
import { hidesName, shownPart, valuesIn } from './canned-values.js';

/** As it will be inserted: what came from the conversation marked, what is missing marked and said. */
export function CannedPreview({ reply, conversation }: { reply: CannedReplyView; conversation: ConversationView }) {
  const { t } = useTranslation();
  const officerName = useMe().name;
  const language = useLanguage();
  const values = valuesIn({ conversation, officerName, language: reply.language, now: new Date() });
  const { missing } = filled(reply.body, values);
  const isNameHidden = missing.includes('citizen.name') && hidesName(conversation);
  const others = missing.filter((variable) => variable !== 'citizen.name' || !isNameHidden);
  const names = others.map((variable) => t(`canned.variables.${variable}`)).join(language === 'zh' ? '、' : ', ');
  const asked = conversation.language.split('-')[0];
  const isOther = (asked === 'en' || asked === 'zh') && asked !== reply.language;
  return (
    <section className={classes.preview} aria-label={t('canned.preview')}>
      <p className={classes.text} lang={HTML_LANG[reply.language]}>
        {cannedPartsOf(reply.body).map((part) => {
          const { text, kind } = shownPart(part, values);
          return (
            <span key={part.start} className={kind === 'text' ? undefined : classes[kind]}>
              {text}
            </span>
          );
        })}
      </p>
      {others.length > 0 && <p className={classes.warn}>{t('canned.missing', { names })}</p>}
      {isNameHidden && <p className={classes.warn}>{t('canned.pseudonym')}</p>}
      {isOther && (
        <p className={classes.warn}>
          {t('canned.otherLanguage', {
            canned: t(`canned.languages.${reply.language}`),
            message: t(`canned.languages.${asked}`),
          })}
        </p>
      )}
    </section>
  );
}
