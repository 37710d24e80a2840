import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { z } from 'zod';
import { PUBLIC_FIGURES_FROM } from '#contracts/oversight.http.js';
import type { PublicDecision, Transparency } from '#contracts/transparency.http.js';
import { daysOf, lastMonth, type Month, monthsAfter, today } from '#domain/transparency/month.js';
import { publishedDepartments } from '#domain/transparency/published-departments.js';
import { Clock } from '#platform/clock.js';
import { ReadableDepartments } from '../conversations/readable-departments.js';
import { firstLoggedMonth, type LogRow, logged, type MonthRows, monthRows } from './transparency.queries.js';
import { moderationFigures, namedDepartment, publicDecision } from './transparency.view.js';

const PAGE = 50;
/** Days that are over change by an import at most: readers share one counting for a minute. */
const SHARED_MS = 60_000;

interface Counted {
  rows: MonthRows;
  earliest: Month | null;
}

/** What moderators decided, for everybody: by months, without a word of anybody, and of nobody who could be found in it. */
@Injectable()
export class TransparencyService {
  private readonly shared = new Map<string, { at: number; read: Promise<Counted> }>();

  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
    private readonly departments: ReadableDepartments,
  ) {}

  /** The month asked for, or the latest; null for a place in the log that is none. */
  async read({ month, after }: { month: Month | null; after: string | null }): Promise<Transparency | null> {
    const now = this.clock.now();
    const latest = lastMonth(now);
    const shown = month && month < latest ? month : latest;
    const place = after === null ? null : placeOf(after);
    if (after !== null && place === null) return null;
    const days = daysOf(shown, now);
    const [{ rows, earliest }, all] = await Promise.all([this.counted(shown, now), this.departments.every()]);
    const published = publishedDepartments(rows.received, PUBLIC_FIGURES_FROM);
    const named = new Map(all.filter(({ id }) => published?.has(id)).map((one) => [one.id, namedDepartment(one)]));
    const page = { ...days, now: today(now), after: place, limit: PAGE + 1 };
    const lines = published ? await logged(this.dataSource, page) : [];
    return {
      month: shown,
      ...days,
      earlier: earliest && earliest < shown ? monthsAfter(shown, -1) : null,
      later: shown < latest ? monthsAfter(shown, 1) : null,
      publishedFrom: PUBLIC_FIGURES_FROM,
      desk: published && moderationFigures(rows, null),
      departments: all.map((one) => ({
        ...namedDepartment(one),
        figures: named.has(one.id) ? moderationFigures(rows, one.id) : null,
      })),
      log: lines.slice(0, PAGE).map((row): PublicDecision => publicDecision(row, named.get(row.departmentId) ?? null)),
      nextCursor: lines.length > PAGE ? cursorOf(lines[PAGE - 1]) : null,
    };
  }

  private counted(month: Month, now: Date): Promise<Counted> {
    const key = `${month} ${today(now)}`;
    const known = this.shared.get(key);
    const at = performance.now();
    if (known && at - known.at < SHARED_MS) return known.read;
    for (const [other, { at: since }] of this.shared) if (at - since >= SHARED_MS) this.shared.delete(other);
    const read = this.count(month, now);
    this.shared.set(key, { at, read });
    // What failed is asked again by the next reader.
    read.catch(() => this.shared.delete(key));
    return read;
  }

  private async count(month: Month, now: Date): Promise<Counted> {
    const [rows, earliest] = await Promise.all([
      monthRows(this.dataSource, daysOf(month, now), today(now)),
      firstLoggedMonth(this.dataSource),
    ]);
    return { rows, earliest };
  }
}

const placeShape = z.tuple([z.iso.date(), z.uuid()]);

function placeOf(cursor: string): { date: string; key: string } | null {
  try {
    const [date, key] = placeShape.parse(JSON.parse(Buffer.from(cursor, 'base64url').toString()));
    return { date, key };
  } catch {
    return null;
  }
}

function cursorOf(row: LogRow | undefined): string | null {
  return row ? Buffer.from(JSON.stringify([row.date, row.logKey])).toString('base64url') : null;
}
