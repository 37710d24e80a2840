import { Button } from '@mantine/core';
import { type RefObject, useEffect, useEffectEvent, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import { useTranslation } from 'react-i18next';
import type { CannedReplyView } from '#contracts/canned-replies.http.js';
import type { ConversationView } from '#contracts/conversations.http.js';
import { order } from '../../lib/http.js';
import { useMe } from '../../lib/session.js';
import { useShortcuts } from '../../lib/shortcuts.js';
import { CannedPicker } from './canned-picker.js';
import { inserted, valuesIn } from './canned-values.js';

interface Props {
  conversation: ConversationView;
  field: RefObject<HTMLTextAreaElement | null>;
  isOffered: boolean;
  /** While a reply is being sent. */
  isOff: boolean;
  onWrite: (body: string) => void;
}

/** Inserts texts that are used often where the caret is: by the button, by "y", or by "/" at the start of a line. */
export function CannedReplies({ conversation, field, isOffered, isOff, onWrite }: Props) {
  const { t } = useTranslation();
  const officerName = useMe().name;
  const [open, setOpen] = useState<'button' | 'slash' | null>(null);
  const button = useRef<HTMLButtonElement>(null);
  const show = () => setOpen('button');
  useShortcuts('conversation', {
    canned: { keys: ['y'], words: t('canned.openLong'), run: isOffered && !isOff ? show : undefined },
  });
  useSlash(field, () => setOpen('slash'), isOffered && !isOff && open === null);
  /** At once: what is typed next belongs where the caret is set. */
  const put = (text: string, start: number, end: number) => {
    flushSync(() => {
      setOpen(null);
      onWrite(text);
    });
    field.current?.focus();
    field.current?.setSelectionRange(start, end);
  };
  const insert = (reply: CannedReplyView) => {
    const element = field.current;
    if (!element || element.readOnly) return setOpen(null);
    const values = valuesIn({ conversation, officerName, language: reply.language, now: new Date() });
    const selection = { start: element.selectionStart, end: element.selectionEnd };
    const after = inserted(element.value, selection, { body: reply.body, values });
    put(after.text, after.start, after.end);
    // A count that is missed harms nobody.
    void order({ method: 'POST', path: `/canned-replies/${reply.id}/used` }).catch(() => undefined);
  };
  const close = () => {
    const element = field.current;
    if (open !== 'slash' || !element || element.readOnly) {
      flushSync(() => setOpen(null));
      return button.current?.focus();
    }
    const { value, selectionStart: at } = element;
    put(`${value.slice(0, at)}/${value.slice(at)}`, at + 1, at + 1);
  };
  if (!isOffered) return null;
  return (
    <>
      <Button ref={button} size="compact-sm" variant="default" disabled={isOff} onClick={show}>
        {t('canned.open')}
      </Button>
      {open && <CannedPicker conversation={conversation} onPick={insert} onClose={close} />}
    </>
  );
}

/** A "/" that begins a line is a question for a text; anywhere else it is a slash. */
function useSlash(field: RefObject<HTMLTextAreaElement | null>, onSlash: () => void, isOn: boolean): void {
  const heard = useEffectEvent((event: KeyboardEvent) => {
    const { target } = event;
    if (!isOn || event.key !== '/' || event.isComposing || event.ctrlKey || event.metaKey || event.altKey) return;
    if (!(target instanceof HTMLTextAreaElement) || target.readOnly) return;
    const { value, selectionStart } = target;
    if (selectionStart > 0 && value[selectionStart - 1] !== '\n') return;
    event.preventDefault();
    onSlash();
  });
  useEffect(() => {
    const element = field.current;
    const listener = (event: KeyboardEvent) => heard(event);
    element?.addEventListener('keydown', listener);
    return () => element?.removeEventListener('keydown', listener);
  }, [field]);
}
