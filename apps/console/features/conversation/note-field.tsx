import { Textarea } from '@mantine/core';
import { type KeyboardEvent, type RefObject, useId, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import { useTranslation } from 'react-i18next';
import type { Mentionable } from '#contracts/notes.http.js';
import { announce } from '../../lib/announce.js';
import { useMe } from '../../lib/session.js';
import listbox from '../../ui/listbox.module.css';
import { mentionLabels, mentionQuery, suggestedFor } from './mention-text.js';
import classes from './note.module.css';

interface Props {
  label: string;
  value: string;
  onChange: (value: string) => void;
  officers: readonly Mentionable[];
  error: string | null;
  field: RefObject<HTMLTextAreaElement | null>;
}

/** A text in which "@" offers colleagues: arrow keys choose, Enter or Tab takes, Escape closes. */
export function NoteField({ label, value, onChange, officers, error, field }: Props) {
  const { t } = useTranslation();
  const listId = useId();
  const [open, setOpen] = useState<{ options: Mentionable[]; start: number } | null>(null);
  const [chosen, setChosen] = useState(0);
  const labels = mentionLabels(officers);
  const me = useMe().id;
  const others = officers.filter(({ id }) => id !== me);
  const said = useRef(0);
  const look = (text: string, caret: number) => {
    const asked = mentionQuery(text, caret);
    const options = asked ? suggestedFor(asked.query, others) : [];
    setOpen(asked && options.length > 0 ? { options, start: asked.start } : null);
    setChosen(0);
    if (options.length !== said.current && options.length > 0) {
      announce(t('notes.suggestions', { count: options.length }));
    }
    said.current = options.length;
  };
  const take = (officer: Mentionable | undefined) => {
    const element = field.current;
    if (!open || !officer || !element) return;
    const written = `${labels.get(officer.id)} `;
    const caret = open.start + written.length;
    const rest = value.slice(element.selectionStart);
    // At once: what is typed next belongs behind the name.
    flushSync(() => {
      onChange(value.slice(0, open.start) + written + rest);
      setOpen(null);
    });
    element.setSelectionRange(caret, caret);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (!open || event.nativeEvent.isComposing) return;
    const last = open.options.length - 1;
    const keys: Record<string, () => void> = {
      ArrowDown: () => setChosen(chosen === last ? 0 : chosen + 1),
      ArrowUp: () => setChosen(chosen === 0 ? last : chosen - 1),
      Enter: () => take(open.options[chosen]),
      Tab: () => take(open.options[chosen]),
      Escape: () => setOpen(null),
    };
    const run = event.ctrlKey || event.metaKey ? undefined : keys[event.key];
    if (!run) return;
    event.preventDefault();
    event.stopPropagation();
    run();
  };
  const optionId = (officer: Mentionable) => `${listId}-${officer.id}`;
  const active = open?.options[chosen];
  return (
    <div className={classes.field}>
      <Textarea
        ref={field}
        label={label}
        description={t('notes.hint')}
        autosize
        minRows={2}
        maxRows={12}
        value={value}
        error={error}
        onChange={(event) => {
          onChange(event.currentTarget.value);
          look(event.currentTarget.value, event.currentTarget.selectionStart);
        }}
        onKeyDown={onKeyDown}
        onBlur={() => setOpen(null)}
        aria-autocomplete="list"
        aria-controls={open ? listId : undefined}
        aria-activedescendant={active ? optionId(active) : undefined}
      />
      {open && (
        <div role="listbox" id={listId} aria-label={t('notes.mention')} className={classes.suggestions}>
          {open.options.map((officer) => (
            // biome-ignore lint/a11y/useFocusableInteractive: the field keeps the focus and names the active option
            // biome-ignore lint/a11y/useKeyWithClickEvents: the field has the keys
            <div
              key={officer.id}
              id={optionId(officer)}
              role="option"
              aria-selected={officer === active}
              className={listbox.option}
              onMouseDown={(event) => event.preventDefault()}
              onClick={() => take(officer)}
            >
              <span>{labels.get(officer.id)}</span>
              <span className={classes.optionFacts}>
                {officer.roles.map((role) => t(`notes.roles.${role}`)).join(', ')}
                {officer.isPresent && ` · ${t('notes.present')}`}
              </span>
            </div>
          ))}
        </div>
      )}
    </div>
  );
}
