import { Controller, Delete, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiNoContentResponse, ApiTags } from '@nestjs/swagger';
import type { z } from 'zod';
import { removeRoleQuerySchema } from '#contracts/assignment.http.js';
import { RemovalService } from '#desk/assignment/removal.service.js';
import { ROLES } from '#domain/identity/roles.js';
import { Refusal } from '#domain/refusal.js';
import { IdParam } from '#platform/http/id-param.js';
import { CurrentOfficer, type SignedIn } from '../identity/current-officer.js';
import { LiveGateway } from '../live/live.gateway.js';

/** Consoles are hung up at once; they come back with what the officer may still see, or not at all. */
@ApiTags('staffing')
@Controller('api/officers/:id')
export class RemovalController {
  constructor(
    private readonly removal: RemovalService,
    private readonly live: LiveGateway,
  ) {}

  @Post('deactivate')
  @HttpCode(204)
  @ApiNoContentResponse({ description: 'Signed out everywhere; what was in hand is offered again' })
  async deactivate(@CurrentOfficer() { actor }: SignedIn, @Param('id', IdParam) officerId: string): Promise<void> {
    await this.removal.deactivate(actor, officerId);
    this.live.hangUpOfficer(officerId);
  }

  @Post('activate')
  @HttpCode(204)
  @ApiNoContentResponse({ description: 'May sign in again' })
  async activate(@CurrentOfficer() { actor }: SignedIn, @Param('id', IdParam) officerId: string): Promise<void> {
    await this.removal.activate(actor, officerId);
  }

  @Delete('roles/:role')
  @HttpCode(204)
  @ApiNoContentResponse({ description: 'Taken away; what was in hand there is offered again' })
  async removeRole(
    @CurrentOfficer() { actor }: SignedIn,
    @Param('id', IdParam) officerId: string,
    @Param('role') name: string,
    @Query({ schema: removeRoleQuerySchema }) { department }: z.infer<typeof removeRoleQuerySchema>,
  ): Promise<void> {
    const role = ROLES.find((known) => known === name);
    if (!role) throw new Refusal('not-found', { detail: 'There is no such role.' });
    await this.removal.removeRole(actor, officerId, { role, department });
    this.live.hangUpOfficer(officerId);
  }
}
