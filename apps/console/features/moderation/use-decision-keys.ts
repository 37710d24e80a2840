import { useTranslation } from 'react-i18next';
import { type Decision, decisionsOn } from '#domain/moderation/decision.lifecycle.js';
import { useShortcuts } from '../../lib/shortcuts.js';
import { type QueuedMessage, reportedIn, stateOf } from './queued-message.js';

interface Keys {
  /** The one that has the focus, or the first. */
  message: QueuedMessage | undefined;
  decide: (messageId: string, decision: Decision) => void;
  dismiss: () => void;
  open: (() => void) | undefined;
  takeOver: (() => void) | undefined;
  cancel: (() => void) | undefined;
}

const KEYS = { publish: 'x', hold: 'w', redact: 'b', hide: 'h', reject: 'r', restore: 'u' } as const;

/** One key per decision, offered where it fits the state of the message. */
export function useDecisionKeys({ message, decide, dismiss, open, takeOver, cancel }: Keys): void {
  const { t } = useTranslation();
  const key = (decision: Decision) => ({
    keys: [KEYS[decision]],
    words: t(`decisions.acts.${decision}`),
    run:
      message && decisionsOn(stateOf(message)).includes(decision)
        ? () => decide(message.messageId, decision)
        : undefined,
  });
  useShortcuts('moderation', {
    publish: key('publish'),
    hold: key('hold'),
    redact: key('redact'),
    hide: key('hide'),
    reject: key('reject'),
    restore: key('restore'),
    dismiss: {
      keys: ['d'],
      words: t('moderation.reports.dismiss'),
      run: message && reportedIn(message) ? dismiss : undefined,
    },
    openText: { keys: ['o'], words: t('moderation.covered.open'), run: open },
    takeOver: { keys: ['t'], words: t('moderation.takeOver'), run: takeOver },
    cancel: { keys: ['Escape'], words: t('keys.acts.cancel'), run: cancel },
  });
}
