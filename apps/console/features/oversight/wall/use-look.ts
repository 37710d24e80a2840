import { useState } from 'react';
import { keep, recall } from '../../../lib/storage.js';

const KEY = 'answerable:wall-look';

/** Dark unless somebody turned it: it is the screen's own choice, not that of the officer's console. */
export function useLook(): { look: 'dark' | 'light'; turn: () => void } {
  const [look, setLook] = useState<'dark' | 'light'>(() => (recall(KEY) === 'light' ? 'light' : 'dark'));
  const turn = () => {
    const next = look === 'dark' ? 'light' : 'dark';
    keep(KEY, next);
    setLook(next);
  };
  return { look, turn };
}
