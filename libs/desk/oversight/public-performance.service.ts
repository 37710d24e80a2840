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

  /** Local dates in each department's zone, both inclusive; all of history where they are missing. */
  async read({ from, to }: { from?: string | undefined; to?: string | undefined } = {}): Promise<PublicPerformance> {
    const departments = await this.departments.every();
    const found = new Map<OpenMeasure, Figures>();
    for (const measure of OPEN_MEASURES) {
      const query = { measure, from, to, groupBy: 'department', clock: 'calendar' } as const;
      found.set(measure, await this.figures.readOf(departments, query));
    }
    const of = (measure: OpenMeasure, slug: string) => found.get(measure)?.groups.find(({ key }) => key === slug);
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
          acknowledged: publicFigure(of('acknowledged', slug)),
          'first-answer': publicFigure(of('first-answer', slug)),
          'next-answer': publicFigure(of('next-answer', slug)),
          letter: publicFigure(of('letter', slug)),
          resolution: publicFigure(of('resolution', slug)),
        },
        waiting: waitingOf([of('first-answer', slug), of('next-answer', slug)]),
      })),
    };
  }
}

function publicFigure(figure: FigureGroupView | undefined): PublicFigure | null {
  if (!figure || figure.n < PUBLIC_FIGURES_FROM) return null;
  const { n, medianHours, p75Hours, p90Hours, p95Hours, meanHours, within, withinFiveDays, withinSevenDays } = figure;
  if (medianHours === null || p75Hours === null || p90Hours === null || p95Hours === null || meanHours === null)
    return null;
  // Of the share too: how many had a promise may be few.
  const isShown = within.of >= PUBLIC_FIGURES_FROM;
  return {
    ...{ n, medianHours, p75Hours, p90Hours, p95Hours, meanHours, withinFiveDays, withinSevenDays },
    within: isShown ? within : { n: 0, of: 0, share: null },
  };
}

function waitingOf(figures: readonly (FigureGroupView | undefined)[]): PublicDepartment['waiting'] {
  const open = figures.flatMap((figure) => figure?.open ?? []);
  const n = open.reduce((sum, one) => sum + one.n, 0);
  if (n < PUBLIC_FIGURES_FROM) return null;
  const hours = open.flatMap(({ longestHours }) => longestHours ?? []);
  return { n, longestHours: hours.length > 0 ? Math.max(...hours) : null };
}
