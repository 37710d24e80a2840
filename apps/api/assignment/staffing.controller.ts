import { Body, Controller, Get, Param, Put } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { z } from 'zod';
import {
  changeHoursSchema,
  changeOfficerSchema,
  changePolicySchema,
  type OwnHours,
  ownHoursSchema,
  type Policy,
  policySchema,
  type StaffedOfficer,
  type Staffing,
  staffedOfficerSchema,
  staffingSchema,
} from '#contracts/assignment.http.js';
import { StaffingService } from '#desk/assignment/staffing.service.js';
import { IdParam } from '#platform/http/id-param.js';
import { SlugParam } from '#platform/http/slug-param.js';
import { CurrentOfficer, type SignedIn } from '../identity/current-officer.js';

@ApiTags('staffing')
@Controller('api')
export class StaffingController {
  constructor(private readonly staffing: StaffingService) {}

  @Get('departments/:slug/staffing')
  @ApiOkResponse({ standardSchema: staffingSchema })
  read(@CurrentOfficer() { actor }: SignedIn, @Param('slug', SlugParam) slug: string): Promise<Staffing> {
    return this.staffing.read(actor, slug);
  }

  @Put('departments/:slug/assignment-policy')
  @ApiOkResponse({ standardSchema: policySchema })
  changePolicy(
    @CurrentOfficer() { actor }: SignedIn,
    @Param('slug', SlugParam) slug: string,
    @Body({ schema: changePolicySchema }) body: z.infer<typeof changePolicySchema>,
  ): Promise<Policy> {
    return this.staffing.changePolicy(actor, slug, body);
  }

  @Put('officers/:id/staffing')
  @ApiOkResponse({ standardSchema: staffedOfficerSchema })
  changeOfficer(
    @CurrentOfficer() { actor }: SignedIn,
    @Param('id', IdParam) officerId: string,
    @Body({ schema: changeOfficerSchema }) body: z.infer<typeof changeOfficerSchema>,
  ): Promise<StaffedOfficer> {
    return this.staffing.changeOfficer(actor, officerId, body);
  }

  @Get('me/hours')
  @ApiOkResponse({ standardSchema: ownHoursSchema })
  ownHours(@CurrentOfficer() { actor }: SignedIn): Promise<OwnHours> {
    return this.staffing.ownHours(actor);
  }

  @Put('me/hours')
  @ApiOkResponse({ standardSchema: staffedOfficerSchema })
  changeOwnHours(
    @CurrentOfficer() { actor }: SignedIn,
    @Body({ schema: changeHoursSchema }) body: z.infer<typeof changeHoursSchema>,
  ): Promise<StaffedOfficer> {
    return this.staffing.changeHours(actor, actor.officerId, body);
  }
}
