import { useMediaQuery } from '@mantine/hooks';
import { useEffect, useState } from 'react';

/** As many as can be read from five metres. */
const ROWS = 8;
const TURN_EVERY_MS = 12_000;

export interface WallPages<Row> {
  shown: readonly Row[];
  page: number;
  pages: number;
  isTurning: boolean;
  /** Undefined where there is only one page. */
  turn: ((by: 1 | -1) => void) | undefined;
  pause: (() => void) | undefined;
}

/** A big screen is never scrolled: its rows come page by page. On small windows all of them stand below each other. */
export function useWallPages<Row>(rows: readonly Row[]): WallPages<Row> {
  const isBig = useMediaQuery('(min-width: 60rem) and (min-height: 34rem)', true) ?? true;
  const wantsRest = useMediaQuery('(prefers-reduced-motion: reduce)', false) ?? false;
  const [wanted, setWanted] = useState(0);
  const [isPaused, setPaused] = useState<boolean | null>(null);
  const pages = isBig ? Math.max(1, Math.ceil(rows.length / ROWS)) : 1;
  const page = wanted % pages;
  const isTurning = pages > 1 && !(isPaused ?? wantsRest);
  useEffect(() => {
    if (!isTurning) return;
    const timer = setInterval(() => setWanted((now) => now + 1), TURN_EVERY_MS);
    return () => clearInterval(timer);
  }, [isTurning]);
  if (pages === 1) return { shown: rows, page, pages, isTurning, turn: undefined, pause: undefined };
  return {
    shown: rows.slice(page * ROWS, (page + 1) * ROWS),
    page,
    pages,
    isTurning,
    turn: (by) => setWanted((page + by + pages) % pages),
    pause: () => setPaused(isTurning),
  };
}
