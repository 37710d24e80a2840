import { Button, Group } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { CannedReplyView } from '#contracts/canned-replies.http.js';
import { useFormat, useLocalised } from '../../lib/i18n.js';
import { HTML_LANG } from '../../lib/languages.js';
import { useMe } from '../../lib/session.js';
import { Tag } from '../../ui/tag.js';
import classes from './canned-replies.module.css';
import { Earlier } from './earlier.js';
import { useArchive } from './use-archive.js';

export function CannedCard({ reply, onEdit }: { reply: CannedReplyView; onEdit: () => void }) {
  const { t } = useTranslation();
  const format = useFormat();
  const localised = useLocalised();
  const me = useMe();
  const archive = useArchive();
  const { title, shortcut, language, body, usedCount, department, editedByName, editedAt, mayEdit } = reply;
  const home = me.departments.find(({ id }) => id === department?.id);
  const used = usedCount > 0 ? t('canned.used', { count: usedCount }) : t('canned.neverUsed');
  return (
    <li className={classes.card}>
      <div className={classes.cardHead}>
        <h2 className={classes.cardTitle} lang={HTML_LANG[language]}>
          {title}
        </h2>
        <Group gap="xs">
          {shortcut && <code>/{shortcut}</code>}
          <Tag tone="neutral">{t(`canned.languages.${language}`)}</Tag>
          <Tag tone={department ? 'calm' : 'info'}>
            {home ? localised(home.name) : (department?.slug ?? t('canned.mine'))}
          </Tag>
        </Group>
      </div>
      <p className={classes.body} lang={HTML_LANG[language]}>
        {body}
      </p>
      <div className={classes.facts}>
        {used} · {t('canned.lastEdit', { name: editedByName, time: format.dateTime(editedAt) })}
      </div>
      <Earlier reply={reply} />
      {mayEdit && (
        <Group gap="xs" mt="xs">
          <Button size="compact-sm" variant="default" onClick={onEdit}>
            {t('canned.edit')}
            <span className="visually-hidden">: {title}</span>
          </Button>
          <Button
            size="compact-sm"
            variant="default"
            loading={archive.isPending}
            onClick={() => archive.mutate({ reply, verb: 'archive' })}
          >
            {t('canned.archive')}
            <span className="visually-hidden">: {title}</span>
          </Button>
        </Group>
      )}
    </li>
  );
}
