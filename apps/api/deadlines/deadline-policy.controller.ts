import { Body, Controller, Get, HttpCode, Param, Post, Put } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { z } from 'zod';
import {
  type ChangeDeadlinePolicy,
  changeDeadlinePolicySchema,
  type DeadlinePolicyVersions,
  type DeadlinePolicyView,
  type DeadlinePreview,
  deadlinePolicyVersionsSchema,
  deadlinePolicyViewSchema,
  deadlinePreviewSchema,
  previewDeadlinePolicySchema,
} from '#contracts/deadlines.http.js';
import { DeadlinePolicyService } from '#desk/deadlines/deadline-policy.service.js';
import { SlugParam } from '#platform/http/slug-param.js';
import { CurrentOfficer, type SignedIn } from '../identity/current-officer.js';

@ApiTags('deadlines')
@Controller('api/departments/:slug/deadline-policy')
export class DeadlinePolicyController {
  constructor(private readonly policies: DeadlinePolicyService) {}

  @Get()
  @ApiOkResponse({ standardSchema: deadlinePolicyViewSchema })
  read(@CurrentOfficer() { actor }: SignedIn, @Param('slug', SlugParam) slug: string): Promise<DeadlinePolicyView> {
    return this.policies.read(actor, slug);
  }

  @Get('versions')
  @ApiOkResponse({ standardSchema: deadlinePolicyVersionsSchema })
  versions(
    @CurrentOfficer() { actor }: SignedIn,
    @Param('slug', SlugParam) slug: string,
  ): Promise<DeadlinePolicyVersions> {
    return this.policies.versions(actor, slug);
  }

  @Post('preview')
  @HttpCode(200)
  @ApiOkResponse({ standardSchema: deadlinePreviewSchema })
  preview(
    @CurrentOfficer() { actor }: SignedIn,
    @Param('slug', SlugParam) slug: string,
    @Body({ schema: previewDeadlinePolicySchema }) { policy }: z.infer<typeof previewDeadlinePolicySchema>,
  ): Promise<DeadlinePreview> {
    return this.policies.preview(actor, slug, policy);
  }

  @Put()
  @ApiOkResponse({ standardSchema: deadlinePolicyViewSchema })
  change(
    @CurrentOfficer() { actor }: SignedIn,
    @Param('slug', SlugParam) slug: string,
    @Body({ schema: changeDeadlinePolicySchema }) body: ChangeDeadlinePolicy,
  ): Promise<DeadlinePolicyView> {
    return this.policies.change(actor, slug, body);
  }
}
