import type { ReactNode } from 'react';
import classes from './tag.module.css';

export type Tone = 'neutral' | 'calm' | 'warn' | 'late' | 'good' | 'info';

/** A word with a colour; the colour never says anything that the word does not. */
export function Tag({ tone, children, title }: { tone: Tone; children: ReactNode; title?: string }) {
  return (
    <span className={`${classes.tag} ${classes[tone]}`} title={title}>
      {children}
    </span>
  );
}
