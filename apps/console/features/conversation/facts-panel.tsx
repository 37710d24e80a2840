import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { ConversationView } from '#contracts/conversations.http.js';
import { useFormat } from '../../lib/i18n.js';
import { Icon } from '../../ui/icons.js';
import classes from './conversation.module.css';
import { HideWhole } from './hide-whole.js';

export function FactsPanel({ conversation }: { conversation: ConversationView }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { firstAnsweredAt, openedAt, publicUrl } = conversation;
  return (
    <section className={classes.panel}>
      <h3 className={classes.panelTitle}>{t('conversation.facts')}</h3>
      <dl className={classes.factList}>
        <Fact name={t('conversation.opened')}>{format.dateTime(openedAt)}</Fact>
        {firstAnsweredAt && (
          <Fact name={t('conversation.firstAnswer')}>
            {t('conversation.firstAnswerAfter', {
              time: format.dateTime(firstAnsweredAt),
              duration: format.duration(Date.parse(firstAnsweredAt) - Date.parse(openedAt)),
            })}
          </Fact>
        )}
        <Fact name={t('conversation.publicPage')}>
          {publicUrl ? <PublicLink url={publicUrl} /> : t('conversation.notPublic')}
        </Fact>
      </dl>
      <HideWhole conversation={conversation} />
    </section>
  );
}

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}

function PublicLink({ url }: { url: string }) {
  const { t } = useTranslation();
  return (
    <a href={url} target="_blank" rel="noreferrer">
      {t('conversation.openPublicPage')} <Icon name="out" size={12} />
      <span className="visually-hidden"> {t('common.opensInNewTab')}</span>
    </a>
  );
}
