import { Inject, Injectable } from '@nestjs/common';
import type { Runtime } from '#platform/runtime.js';
import { RUNTIME } from '#platform/tokens.js';
import { frozenLetter, TamperedLetter } from './frozen-letter.js';
import type { LetterRow } from './public-letter.queries.js';

@Injectable()
export class GenuineLetters {
  constructor(@Inject(RUNTIME) private readonly runtime: Runtime) {}

  /** One tampered letter is left out of a list or a thread and reported; it does not take the others down. */
  among(rows: readonly LetterRow[]): LetterRow[] {
    return rows.filter((row) => this.isGenuine(row));
  }

  private isGenuine(row: LetterRow): boolean {
    try {
      frozenLetter(row);
      return true;
    } catch (error) {
      if (!(error instanceof TamperedLetter)) throw error;
      this.runtime.log.error({ err: error, letterId: row.id }, 'a published letter is not the approved text');
      return false;
    }
  }
}
