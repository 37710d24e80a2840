import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { z } from 'zod';
import {
  decideHidingSchema,
  type Hiding,
  hideProposalsQuerySchema,
  hideProposalsSchema,
  hidingSchema,
  proposeHidingSchema,
  showAgainSchema,
} from '#contracts/moderation.http.js';
import { HideProposalService } from '#desk/moderation/hide-proposal.service.js';
import { IdParam } from '#platform/http/id-param.js';
import { CurrentOfficer, type SignedIn } from '../identity/current-officer.js';

@ApiTags('moderation')
@Controller('api/moderation/hide-proposals')
export class HideProposalsController {
  constructor(private readonly proposals: HideProposalService) {}

  @Get()
  @ApiOkResponse({ standardSchema: hideProposalsSchema })
  async all(
    @CurrentOfficer() { actor }: SignedIn,
    @Query({ schema: hideProposalsQuerySchema }) query: z.infer<typeof hideProposalsQuerySchema>,
  ): Promise<z.infer<typeof hideProposalsSchema>> {
    return { items: await this.proposals.all(actor, query) };
  }

  @Post()
  @ApiCreatedResponse({ standardSchema: hidingSchema })
  propose(
    @CurrentOfficer() { actor }: SignedIn,
    @Body({ schema: proposeHidingSchema }) body: z.infer<typeof proposeHidingSchema>,
  ): Promise<Hiding> {
    return this.proposals.propose(actor, body);
  }

  @Post(':id/confirm')
  @HttpCode(200)
  @ApiOkResponse({ standardSchema: hidingSchema })
  confirm(
    @CurrentOfficer() { actor }: SignedIn,
    @Param('id', IdParam) proposalId: string,
    @Body({ schema: decideHidingSchema }) body: z.infer<typeof decideHidingSchema>,
  ): Promise<Hiding> {
    return this.proposals.confirm(actor, { proposalId, ...body });
  }

  @Post(':id/decline')
  @HttpCode(200)
  @ApiOkResponse({ standardSchema: hidingSchema })
  decline(
    @CurrentOfficer() { actor }: SignedIn,
    @Param('id', IdParam) proposalId: string,
    @Body({ schema: decideHidingSchema }) body: z.infer<typeof decideHidingSchema>,
  ): Promise<Hiding> {
    return this.proposals.decline(actor, { proposalId, ...body });
  }

  @Post(':id/show-again')
  @HttpCode(200)
  @ApiOkResponse({ standardSchema: hidingSchema })
  showAgain(
    @CurrentOfficer() { actor }: SignedIn,
    @Param('id', IdParam) proposalId: string,
    @Body({ schema: showAgainSchema }) body: z.infer<typeof showAgainSchema>,
  ): Promise<Hiding> {
    return this.proposals.showAgain(actor, { proposalId, ...body });
  }
}
