import { Controller, Get, Query } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { z } from 'zod';
import {
  type OversightLive,
  oversightLiveQuerySchema,
  oversightLiveSchema,
  type ResponseTimes,
  type ResponseTimesQuery,
  responseTimesQuerySchema,
  responseTimesSchema,
} from '#contracts/oversight.http.js';
import { OversightService } from '#desk/oversight/oversight.service.js';
import { CurrentOfficer, type SignedIn } from '../identity/current-officer.js';

@ApiTags('oversight')
@Controller('api/oversight')
export class OversightController {
  constructor(private readonly oversight: OversightService) {}

  @Get('response-times')
  @ApiOkResponse({ standardSchema: responseTimesSchema })
  responseTimes(
    @CurrentOfficer() { actor }: SignedIn,
    @Query({ schema: responseTimesQuerySchema }) query: ResponseTimesQuery,
  ): Promise<ResponseTimes> {
    return this.oversight.responseTimes(actor, query);
  }

  @Get('live')
  @ApiOkResponse({ standardSchema: oversightLiveSchema })
  live(
    @CurrentOfficer() { actor }: SignedIn,
    @Query({ schema: oversightLiveQuerySchema }) query: z.infer<typeof oversightLiveQuerySchema>,
  ): Promise<OversightLive> {
    return this.oversight.live(actor, query);
  }
}
