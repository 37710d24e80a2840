import { Progress } from '@mantine/core';
import type { BulkView } from '#contracts/bulk.http.js';
import { reached, useBulkWords } from '../lib/bulk-words.js';

/** How far it is; a screen reader asks for it, it is not read out with every row. */
export function BulkProgress({ bulk }: { bulk: BulkView }) {
  const { sentence } = useBulkWords();
  const percent = (100 * reached(bulk)) / bulk.total;
  return (
    <Progress.Root size="sm">
      <Progress.Section value={percent} aria-label={sentence(bulk)} />
    </Progress.Root>
  );
}
