import { TextInput } from '@mantine/core';
import {
  type KeyboardEvent,
  type ReactNode,
  type RefObject,
  useEffect,
  useId,
  useLayoutEffect,
  useRef,
  useState,
} from 'react';
import { useTranslation } from 'react-i18next';
import { Icon } from '../ui/icons.js';
import classes from './command-palette.module.css';
import { grouped, matching, type PaletteEntry } from './palette-match.js';
import { Keys } from './shortcut-help.js';
import { usePaletteEntries } from './use-palette-entries.js';
import { usePaletteSearch } from './use-palette-search.js';

interface Props {
  opener: RefObject<Element | null>;
  onChoose: (entry: PaletteEntry) => void;
}

/** A combobox: the focus stays in the field, the arrows move through what fits. */
export function PaletteList({ opener, onChoose }: Props) {
  const { t } = useTranslation();
  const listId = useId();
  const [typed, setTyped] = useState('');
  const [at, setAt] = useState(0);
  const searchFor = usePaletteSearch();
  const groups = grouped([...matching(usePaletteEntries(opener.current), typed), ...searchFor(typed)]);
  const shown = groups.flatMap(({ entries }) => entries);
  const current = shown[Math.min(at, shown.length - 1)];
  const list = useRef<HTMLDivElement>(null);
  const field = useRef<HTMLInputElement>(null);
  useLayoutEffect(() => field.current?.focus(), []);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the current entry is what the list follows
  useEffect(() => {
    list.current?.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: 'nearest' });
  }, [current?.id]);
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    const next = nextPlace(event.key, Math.min(at, shown.length - 1), shown.length);
    if (next === undefined && event.key !== 'Enter') return;
    event.preventDefault();
    if (next !== undefined) return setAt(next);
    if (current) onChoose(current);
  };
  return (
    <div className={classes.palette}>
      <div className={classes.field}>
        <TextInput
          ref={field}
          data-autofocus
          className={classes.input ?? ''}
          variant="unstyled"
          size="md"
          leftSection={<Icon name="search" />}
          aria-label={t('keys.palette.title')}
          placeholder={t('keys.palette.placeholder')}
          role="combobox"
          aria-expanded
          aria-autocomplete="list"
          aria-controls={listId}
          aria-activedescendant={current && `${listId}-${current.id}`}
          autoComplete="off"
          spellCheck={false}
          maxLength={200}
          value={typed}
          onChange={(event) => {
            setTyped(event.currentTarget.value);
            setAt(0);
          }}
          onKeyDown={onKeyDown}
        />
      </div>
      <div ref={list} id={listId} role="listbox" aria-label={t('keys.palette.title')} className={classes.list}>
        {groups.map(({ group, entries }) => (
          <Group key={group} name={group}>
            {entries.map((entry) => (
              <Option
                key={entry.id}
                id={`${listId}-${entry.id}`}
                entry={entry}
                isCurrent={entry === current}
                onChoose={() => onChoose(entry)}
              />
            ))}
          </Group>
        ))}
      </div>
      <p role="status" className="visually-hidden">
        {t('keys.palette.found', { count: shown.length })}
      </p>
    </div>
  );
}

function Group({ name, children }: { name: string; children: ReactNode }) {
  const id = useId();
  return (
    // biome-ignore lint/a11y/useSemanticElements: a group of options in a listbox, not of fields
    <div role="group" aria-labelledby={id}>
      <div id={id} className={classes.group}>
        {name}
      </div>
      {children}
    </div>
  );
}

interface OptionProps {
  id: string;
  entry: PaletteEntry;
  isCurrent: boolean;
  onChoose: () => void;
}

function Option({ id, entry: { words, detail, keys }, isCurrent, onChoose }: OptionProps) {
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents lint/a11y/useFocusableInteractive: the focus stays in the field, whose keys choose
    <div id={id} role="option" aria-selected={isCurrent} className={classes.option} onClick={onChoose}>
      <span className={classes.words} dir="auto">
        {words}
      </span>
      {detail && <span className={classes.detail}>{detail}</span>}
      {keys.length > 0 && (
        <span className={classes.keys}>
          <Keys keys={keys} />
        </span>
      )}
    </div>
  );
}

const PAGE = 8;

/** Where a key leads in a list that goes on at its other end; undefined where the key does something else. */
function nextPlace(key: string, at: number, length: number): number | undefined {
  if (length === 0) return undefined;
  if (key === 'ArrowDown') return (at + 1) % length;
  if (key === 'ArrowUp') return (at - 1 + length) % length;
  if (key === 'PageDown') return Math.min(at + PAGE, length - 1);
  return key === 'PageUp' ? Math.max(at - PAGE, 0) : undefined;
}
