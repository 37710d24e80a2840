import { Link, useLocation, useSearchParams } from 'react-router';
import classes from './oversight.module.css';
import type { OversightQuery } from './oversight-query.js';

interface Props<Value extends string> {
  label: string;
  /** The part of the address that is chosen here. */
  name: keyof OversightQuery;
  values: readonly Value[];
  chosen: Value;
  wordsOf: (value: Value) => string;
}

/** One of several, each an address of its own; they wrap where the window is narrow. */
export function AddressTabs<Value extends string>({ label, name, values, chosen, wordsOf }: Props<Value>) {
  const [search] = useSearchParams();
  const { pathname } = useLocation();
  const addressOf = (value: Value) => {
    const next = new URLSearchParams(search);
    next.set(name, value);
    return `${pathname}?${next}`;
  };
  return (
    <nav aria-label={label} className={classes.tabs}>
      {values.map((value) => (
        <Link
          key={value}
          to={addressOf(value)}
          replace
          preventScrollReset
          aria-current={value === chosen ? 'true' : undefined}
        >
          {wordsOf(value)}
        </Link>
      ))}
    </nav>
  );
}
