import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { z } from 'zod';
import { type Next, nextOrderSchema, nextSchema } from '#contracts/assignment.http.js';
import { NextService } from '#desk/assignment/next.service.js';
import { CurrentOfficer, type SignedIn } from '../identity/current-officer.js';

@ApiTags('inbox')
@Controller('api/inbox/next')
export class NextController {
  constructor(private readonly next: NextService) {}

  @Post()
  @HttpCode(200)
  @ApiOkResponse({ standardSchema: nextSchema })
  take(
    @CurrentOfficer() { actor }: SignedIn,
    @Body({ schema: nextOrderSchema }) { department }: z.infer<typeof nextOrderSchema>,
  ): Promise<Next> {
    return this.next.take(actor, department);
  }
}
