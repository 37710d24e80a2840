import { Injectable } from '@nestjs/common';
import {
  type FigureGroupView,
  type Figures,
  PUBLIC_FIGURES_FROM,
  type PublicPerformance,
} from '#contracts/oversight.http.js';
import { OPEN_MEASURES, type OpenMeasure } from '#domain/oversight/measure.js';
import { ReadableDepartments } from '../conversations/readable-departments.js';
import { FiguresService } from './figures.service.js';

type PublicDepartment = PublicPerformance['departments'][number];
type PublicFigure = NonNullable<PublicDepartment['measures'][OpenMeasure]>;

/** What everybody may read of how long departments take: never of so few that somebody could be recognised. */
@Injectable()
export class PublicPerformanceService {
  constructor(
    private readonly departments: ReadableDepartments,
    private readonly figures: FiguresService,
  ) {}

  /**
   * Local dates in each department's zone, both inclusive; all of history where they are missing. `longer`: what is
   * published of longer periods around this one, the nearest first.
   */
  async read({ from, to }: Range = {}, longer: readonly PublicPerformance[] = []): Promise<PublicPerformance> {
    const departments = await this.departments.every();
    const found = new Map<OpenMeasure, Figures>();
    for (const measure of OPEN_MEASURES) {
      const query = { measure, from, to, groupBy: 'department', clock: 'calendar' } as const;
      found.set(measure, await this.figures.readOf(departments, query));
    }
    const of = (measure: OpenMeasure, slug: string) => found.get(measure)?.groups.find(({ key }) => key === slug);
    const published = (measure: OpenMeasure, slug: string) =>
      publicFigure(of(measure, slug), publishedIn(longer, measure, slug));
    const all = [...found.values()];
    const oldest = all.reduce((a, b) => (a.lagSeconds >= b.lagSeconds ? a : b));
    return {
      from: from ?? null,
      to: to ?? null,
      publishedFrom: PUBLIC_FIGURES_FROM,
      exact: all.every(({ exact }) => exact),
      maxError: Math.max(...all.map(({ maxError }) => maxError)),
      asOf: oldest.asOf,
      lagSeconds: oldest.lagSeconds,
      isLagging: all.some(({ isLagging }) => isLagging),
      isHistoryBehind: all.some(({ isHistoryBehind }) => isHistoryBehind),
      departments: departments.map(({ slug, nameEn, nameZh, timeZone }) => ({
        ...{ slug, timeZone, name: { en: nameEn, zh: nameZh } },
        measures: {
          acknowledged: published('acknowledged', slug),
          'first-answer': published('first-answer', slug),
          'next-answer': published('next-answer', slug),
          letter: published('letter', slug),
          resolution: published('resolution', slug),
        },
        waiting: waitingOf([of('first-answer', slug), of('next-answer', slug)]),
      })),
    };
  }
}

interface Range {
  from?: string | undefined;
  to?: string | undefined;
}

function publishedIn(longer: readonly PublicPerformance[], measure: OpenMeasure, slug: string): PublicFigure[] {
  return longer.flatMap(({ departments }) => departments.find((one) => one.slug === slug)?.measures[measure] ?? []);
}

function publicFigure(figure: FigureGroupView | undefined, longer: readonly PublicFigure[]): PublicFigure | null {
  const counts = longer.map(({ n }) => n);
  if (!figure || !isPublished(figure.n, counts)) return null;
  const { n, medianHours, p75Hours, p90Hours, p95Hours, meanHours, within, withinFiveDays, withinSevenDays } = figure;
  if (medianHours === null || p75Hours === null || p90Hours === null || p95Hours === null || meanHours === null)
    return null;
  return {
    ...{ n, medianHours, p75Hours, p90Hours, p95Hours, meanHours, withinFiveDays, withinSevenDays },
    within: publicShare(within, longer),
  };
}

/** How many had a promise may be few where the answers are not. */
function publicShare({ n, of, share }: FigureGroupView['within'], longer: readonly PublicFigure[]) {
  const counts = longer.flatMap(({ within }) => within?.of ?? []);
  return share !== null && isPublished(of, counts) ? { n, of, share } : null;
}

/**
 * Of so many that nobody is recognised among them; and so are those that anybody gets who subtracts it from a longer
 * period, where they are not the very same. Each period is held against the nearest longer one that is published: between
 * any two lie as many as between these, or more.
 */
function isPublished(n: number, [nextLonger]: readonly number[]): boolean {
  if (n < PUBLIC_FIGURES_FROM) return false;
  return nextLonger === undefined || nextLonger === n || nextLonger - n >= PUBLIC_FIGURES_FROM;
}

/**
 * Not bound to how many were answered: the fewer were, the more it says. But bound to how many wait, for the longest wait
 * is that of one person, whom nobody should find among two or three. It is asked of this moment, not of a period.
 */
function waitingOf(figures: readonly (FigureGroupView | undefined)[]): PublicDepartment['waiting'] {
  const open = figures.flatMap((figure) => figure?.open ?? []);
  const n = open.reduce((sum, one) => sum + one.n, 0);
  if (n < PUBLIC_FIGURES_FROM) return null;
  return { n, longestHours: Math.max(...open.flatMap(({ longestHours }) => longestHours ?? [])) };
}
