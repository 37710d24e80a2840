import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';

/** In what part of all texts a word is; null where nobody has counted it. */
export type WordShares = (word: string) => number | null;

const FRESH_MS = 600_000;
const SAMPLE = 2_000;

/**
 * What PostgreSQL has counted for its planner anyway. On a desk that it has not
 * looked at yet a sample is counted here.
 */
@Injectable()
export class WordSharesReader {
  private known: Promise<WordShares> | undefined;
  private readAt = Number.NEGATIVE_INFINITY;

  constructor(private readonly dataSource: DataSource) {}

  read(): Promise<WordShares> {
    if (!this.known || performance.now() - this.readAt > FRESH_MS) {
      this.readAt = performance.now();
      this.known = this.count().catch((error: unknown) => {
        this.known = undefined;
        throw error;
      });
    }
    return this.known;
  }

  private async count(): Promise<WordShares> {
    const planner: { words: string[] | null; shares: number[] | null }[] = await this.dataSource.query(
      `SELECT most_common_elems::text::text[] AS words, most_common_elem_freqs AS shares FROM pg_stats
       WHERE schemaname = current_schema() AND tablename = 'search_entry' AND attname = 'words'`,
    );
    const [counted] = planner;
    if (!counted?.words || !counted.shares) return this.countSample();
    const { shares } = counted;
    return sharesOf(counted.words.map((word, index) => ({ word, share: shares[index] ?? 0 })));
  }

  private async countSample(): Promise<WordShares> {
    const rows: { word: string; share: number }[] = await this.dataSource.query(
      `SELECT word, ndoc::float8 / greatest(1, (SELECT count(*) FROM (SELECT 1 FROM search_entry LIMIT ${SAMPLE}) x)) AS share
       FROM ts_stat('SELECT words FROM search_entry LIMIT ${SAMPLE}')`,
    );
    return sharesOf(rows);
  }
}

function sharesOf(counted: readonly { word: string; share: number }[]): WordShares {
  const shares = new Map(counted.map(({ word, share }) => [word, share]));
  return (word) => shares.get(word) ?? null;
}
