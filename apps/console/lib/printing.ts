import { useSyncExternalStore } from 'react';

const print = matchMedia('print');

/** True while the page is laid out for paper: then everything is shown, and what is drawn stands as a table. */
export function usePrinting(): boolean {
  return useSyncExternalStore(subscribe, () => print.matches);
}

function subscribe(listener: () => void): () => void {
  print.addEventListener('change', listener);
  return () => print.removeEventListener('change', listener);
}
