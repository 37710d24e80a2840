import { Body, Controller, Get, HttpCode, Param, Post, Put } from '@nestjs/common';
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
import { SlugParam } from '#platform/http/slug-param.js';
import { CurrentOfficer, type SignedIn } from '../identity/current-officer.js';

/** A department's policy; the desk's own is one level up. */
@ApiTags('moderation')
@Controller('api/departments/:slug/screening-policy')
export class ScreeningPolicyController {
  constructor(private readonly policies: ScreeningPolicyService) {}

  @Get()
  @ApiOkResponse({ standardSchema: screeningPolicyViewSchema })
  read(@CurrentOfficer() { actor }: SignedIn, @Param('slug', SlugParam) slug: string): Promise<ScreeningPolicyView> {
    return this.policies.read(actor, slug);
  }

  @Get('versions')
  @ApiOkResponse({ standardSchema: screeningPolicyVersionsSchema })
  versions(
    @CurrentOfficer() { actor }: SignedIn,
    @Param('slug', SlugParam) slug: string,
  ): Promise<ScreeningPolicyVersions> {
    return this.policies.versions(actor, slug);
  }

  @Post('try')
  @HttpCode(200)
  @ApiOkResponse({ standardSchema: triedScreeningSchema })
  try(
    @CurrentOfficer() { actor }: SignedIn,
    @Param('slug', SlugParam) slug: string,
    @Body({ schema: tryScreeningSchema }) text: TryScreening,
  ): Promise<TriedScreening> {
    return this.policies.try(actor, slug, text);
  }

  @Put()
  @ApiOkResponse({ standardSchema: screeningPolicyViewSchema })
  change(
    @CurrentOfficer() { actor }: SignedIn,
    @Param('slug', SlugParam) slug: string,
    @Body({ schema: changeScreeningPolicySchema }) body: ChangeScreeningPolicy,
  ): Promise<ScreeningPolicyView> {
    return this.policies.change(actor, slug, body);
  }
}
