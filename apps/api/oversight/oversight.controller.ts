import { Controller, Get, Header, Query } from '@nestjs/common';
import { ApiOkResponse, ApiProduces, ApiTags } from '@nestjs/swagger';
import type { z } from 'zod';
import {
  type Figures,
  type FiguresQuery,
  figuresQuerySchema,
  figuresSchema,
  type OversightLive,
  oversightLiveQuerySchema,
  oversightLiveSchema,
} from '#contracts/oversight.http.js';
import { figuresCsv, liveCsv } from '#desk/oversight/figures.csv.js';
import { FiguresService } from '#desk/oversight/figures.service.js';
import { OversightService } from '#desk/oversight/oversight.service.js';
import { CurrentOfficer, type SignedIn } from '../identity/current-officer.js';

type LiveQuery = z.infer<typeof oversightLiveQuerySchema>;
const CSV = 'text/csv; charset=utf-8';

@ApiTags('oversight')
@Controller('api/oversight')
export class OversightController {
  constructor(
    private readonly figures: FiguresService,
    private readonly oversight: OversightService,
  ) {}

  @Get('response-times')
  @ApiOkResponse({ standardSchema: figuresSchema })
  responseTimes(
    @CurrentOfficer() { actor }: SignedIn,
    @Query({ schema: figuresQuerySchema }) query: FiguresQuery,
  ): Promise<Figures> {
    return this.figures.read(actor, query);
  }

  @Get('response-times.csv')
  @Header('content-type', CSV)
  @Header('content-disposition', 'attachment; filename="response-times.csv"')
  @ApiProduces('text/csv')
  async responseTimesCsv(
    @CurrentOfficer() { actor }: SignedIn,
    @Query({ schema: figuresQuerySchema }) query: FiguresQuery,
  ): Promise<string> {
    return figuresCsv(await this.figures.read(actor, query));
  }

  @Get('live')
  @ApiOkResponse({ standardSchema: oversightLiveSchema })
  live(
    @CurrentOfficer() { actor }: SignedIn,
    @Query({ schema: oversightLiveQuerySchema }) query: LiveQuery,
  ): Promise<OversightLive> {
    return this.oversight.live(actor, query);
  }

  @Get('live.csv')
  @Header('content-type', CSV)
  @Header('content-disposition', 'attachment; filename="live.csv"')
  @ApiProduces('text/csv')
  async liveCsv(
    @CurrentOfficer() { actor }: SignedIn,
    @Query({ schema: oversightLiveQuerySchema }) query: LiveQuery,
  ): Promise<string> {
    return liveCsv(await this.oversight.live(actor, query));
  }
}
