import { Button, Group } from '@mantine/core';
import type { ReactNode } from 'react';
import { Notice } from './states.js';

interface Props {
  /** What becomes of what was typed. */
  children: ReactNode;
  reload: string;
  onReload: (() => void) | undefined;
}

/** Somebody else was faster: what was typed stays until the newest is asked for. */
export function StaleNotice({ children, reload, onReload }: Props) {
  return (
    <Notice tone="warn">
      {children}
      <Group mt="xs">
        <Button size="xs" variant="default" onClick={onReload}>
          {reload}
        </Button>
      </Group>
    </Notice>
  );
}
