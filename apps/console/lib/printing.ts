import { useSyncExternalStore } from 'react';

const print = matchMedia('print');
let isPrinting = false;

/** True while the page is laid out for paper: then everything is shown, and what is drawn stands as a table. */
export function usePrinting(): boolean {
  return useSyncExternalStore(subscribe, () => isPrinting || print.matches);
}

/** The media query tells of it too late: the paper has been measured by then. */
function subscribe(listener: () => void): () => void {
  const begin = () => tell(true, listener);
  const end = () => tell(false, listener);
  print.addEventListener('change', listener);
  addEventListener('beforeprint', begin);
  addEventListener('afterprint', end);
  return () => {
    print.removeEventListener('change', listener);
    removeEventListener('beforeprint', begin);
    removeEventListener('afterprint', end);
  };
}

function tell(printing: boolean, listener: () => void): void {
  isPrinting = printing;
  listener();
}
