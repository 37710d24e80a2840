import { Button, Group, Modal, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useReturnFocus } from '../lib/focus.js';
import type { Unsaved } from '../lib/unsaved.js';
import { CopyText } from '../ui/copyable.js';
import classes from './sign-out.module.css';
import type { SignOut } from './use-sign-out.js';

/** Asks before words are lost; where nothing would be, signing out asks nothing. */
export function SignOutDialog({ signOut }: { signOut: SignOut }) {
  return signOut.unsaved && <Question signOut={signOut} unsaved={signOut.unsaved} />;
}

function Question({ signOut, unsaved }: { signOut: SignOut; unsaved: readonly Unsaved[] }) {
  const { t } = useTranslation();
  const { isPending, leave, leaveWithout, stay } = signOut;
  // The desk takes nothing else that is only begun: trying again would change nothing.
  const canRetry = unsaved.some(({ kind }) => kind === 'reply' || kind === 'letter');
  useReturnFocus();
  return (
    <Modal opened onClose={stay} title={t('leaving.title')} closeButtonProps={{ 'aria-label': t('common.close') }}>
      <Stack>
        <Text>{t('leaving.text', { count: unsaved.length })}</Text>
        <ul className={classes.list}>
          {unsaved.map((one) => (
            <OnlyHere key={`${one.kind} ${one.at} ${one.text}`} unsaved={one} onOpen={stay} />
          ))}
        </ul>
        <Group>
          {canRetry && (
            <Button onClick={leave} loading={isPending}>
              {t('leaving.retry')}
            </Button>
          )}
          <Button variant="default" onClick={stay}>
            {t('leaving.stay')}
          </Button>
          <Button variant="outline" color="red" onClick={leaveWithout} disabled={isPending}>
            {t('leaving.lose', { count: unsaved.length })}
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}

function OnlyHere({ unsaved: { kind, at, text }, onOpen }: { unsaved: Unsaved; onOpen: () => void }) {
  const { t } = useTranslation();
  return (
    <li>
      <strong>{t(`leaving.kinds.${kind}`)}</strong>
      <p className={classes.words} dir="auto">
        {text}
      </p>
      <Group gap="xs">
        <CopyText text={text} />
        <Button size="compact-sm" variant="default" component={Link} to={at} onClick={onOpen}>
          {t('leaving.open')}
        </Button>
      </Group>
    </li>
  );
}
