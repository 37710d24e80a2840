import { useEffect, useRef, useState } from 'react';
import { z } from 'zod';
import { sessionCount } from './session-count.js';
import { forget, keep, keysOf, recallJson } from './storage.js';

export interface FormOwner {
  officerId: string;
  /** What is being changed: a slug, or nothing for a new one. */
  thing: string;
}

export interface KeptForms<Form> {
  kind: 'policy' | 'calendar' | 'screening';
  schema: z.ZodType<Form>;
}

export interface Kept<Form> {
  /** Of what the form was begun from; 0: of nothing. */
  version: number;
  form: Form;
}

const keyOf = (kind: string, { officerId, thing }: FormOwner) => `answerable:${kind}:${officerId}:${thing}`;

/** What was begun on this device and is not saved on the desk. */
export function recallForm<Form>({ kind, schema }: KeptForms<Form>, owner: FormOwner): Kept<Form> | null {
  const shape = z.object({ version: z.int(), form: schema });
  return shape.safeParse(recallJson(keyOf(kind, owner))).data ?? null;
}

export function keptForms<Form>(forms: KeptForms<Form>, officerId: string): { thing: string; form: Form }[] {
  return keysOf(officerId, forms.kind).flatMap((key) => {
    const thing = key.split(':')[3] ?? '';
    const kept = recallForm(forms, { officerId, thing });
    return kept ? [{ thing, form: kept.form }] : [];
  });
}

interface Begun<Form> extends FormOwner {
  version: number;
  start: Form;
}

/**
 * A form that the desk has only when it is applied: until then this device keeps it, also over a reload, and closing the
 * page asks. `isFromBefore`: it was begun before this page was opened.
 */
export function useKeptForm<Form>(forms: KeptForms<Form>, { version, start, ...owner }: Begun<Form>) {
  const [before] = useState(() => recallForm(forms, owner));
  const [shown, setShown] = useState<Kept<Form>>(before ?? { version, form: start });
  const [isFromBefore, setFromBefore] = useState(before !== null);
  const [session] = useState(sessionCount);
  const latest = useRef(shown);
  const isDirty = useRef(before !== null);
  useEffect(() => {
    const warn = (event: BeforeUnloadEvent) => {
      if (isDirty.current && session === sessionCount()) event.preventDefault();
    };
    globalThis.addEventListener('beforeunload', warn);
    return () => globalThis.removeEventListener('beforeunload', warn);
  }, [session]);
  const key = keyOf(forms.kind, owner);
  const settle = (next: Kept<Form>) => {
    latest.current = next;
    setShown(next);
    isDirty.current = JSON.stringify(next.form) !== JSON.stringify(start);
    // After the session nothing is put on the device again.
    if (session !== sessionCount()) return;
    if (isDirty.current) keep(key, JSON.stringify(next));
    else forget(key);
  };
  const drop = () => {
    setFromBefore(false);
    settle({ version, form: start });
  };
  return {
    form: shown.form,
    /** That it was begun from. */
    version: shown.version,
    isFromBefore,
    put: (change: (before: Form) => Form) => settle({ ...latest.current, form: change(latest.current.form) }),
    /** It is applied or given up. */
    drop,
    /** What is on the screen goes on from a newer version. */
    rebase: (onto: number) => settle({ ...latest.current, version: onto }),
  };
}
