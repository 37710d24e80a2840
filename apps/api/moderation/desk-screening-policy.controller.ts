import { Body, Controller, Get, HttpCode, Post, Put } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import {
  type ChangeScreeningPolicy,
  changeScreeningPolicySchema,
  type ScreeningPolicyVersions,
  type ScreeningPolicyView,
  screeningPolicyVersionsSchema,
  screeningPolicyViewSchema,
  type TriedScreening,
  type TryScreening,
  triedScreeningSchema,
  tryScreeningSchema,
} from '#contracts/screening.http.js';
import { ScreeningPolicyService } from '#desk/moderation/screening-policy.service.js';
import { CurrentOfficer, type SignedIn } from '../identity/current-officer.js';

/** The desk's own policy, which holds where a department has none. */
@ApiTags('moderation')
@Controller('api/screening-policy')
export class DeskScreeningPolicyController {
  constructor(private readonly policies: ScreeningPolicyService) {}

  @Get()
  @ApiOkResponse({ standardSchema: screeningPolicyViewSchema })
  read(@CurrentOfficer() { actor }: SignedIn): Promise<ScreeningPolicyView> {
    return this.policies.read(actor, null);
  }

  @Get('versions')
  @ApiOkResponse({ standardSchema: screeningPolicyVersionsSchema })
  versions(@CurrentOfficer() { actor }: SignedIn): Promise<ScreeningPolicyVersions> {
    return this.policies.versions(actor, null);
  }

  @Post('try')
  @HttpCode(200)
  @ApiOkResponse({ standardSchema: triedScreeningSchema })
  try(
    @CurrentOfficer() { actor }: SignedIn,
    @Body({ schema: tryScreeningSchema }) text: TryScreening,
  ): Promise<TriedScreening> {
    return this.policies.try(actor, null, text);
  }

  @Put()
  @ApiOkResponse({ standardSchema: screeningPolicyViewSchema })
  change(
    @CurrentOfficer() { actor }: SignedIn,
    @Body({ schema: changeScreeningPolicySchema }) body: ChangeScreeningPolicy,
  ): Promise<ScreeningPolicyView> {
    return this.policies.change(actor, null, body);
  }
}
