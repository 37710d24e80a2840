import { useEffect, useState } from 'react';
import type { LetterView } from '#contracts/letters.http.js';
import { likely, type Printed, printedOf } from './printed-text.js';

export function usePrinted(letter: LetterView): Printed {
  const [printed, setPrinted] = useState<Printed>(() => ({ text: likely(letter), isExact: null }));
  useEffect(() => {
    let isCurrent = true;
    void printedOf(letter).then((next) => isCurrent && setPrinted(next));
    return () => {
      isCurrent = false;
    };
  }, [letter]);
  return printed;
}
