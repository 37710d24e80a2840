import { useSearchParams } from 'react-router';
import type { OversightQuery } from './oversight-query.js';

type Changes = Partial<Record<keyof OversightQuery, string | undefined>>;

/** Changes what the address asks; an empty part is taken out. */
export function useChange(): (changes: Changes) => void {
  const [, setSearch] = useSearchParams();
  return (changes) =>
    setSearch(
      (search) => {
        const next = new URLSearchParams(search);
        for (const [name, value] of Object.entries(changes)) {
          if (value) next.set(name, value);
          if (!value) next.delete(name);
        }
        return next;
      },
      { replace: true },
    );
}
