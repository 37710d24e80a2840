import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { RouteConfig } from '@nestjs/platform-fastify';
import { ApiAcceptedResponse, ApiNoContentResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { z } from 'zod';
import {
  BULK_BYTES_LIMIT,
  type BulkFilterCount,
  type BulkView,
  bulkFilterCountSchema,
  bulkFilterQuerySchema,
  bulkListSchema,
  bulkSchema,
  followUpBulkSchema,
  type OrderBulk,
  type OrderedBulk,
  orderBulkSchema,
  orderedBulkSchema,
  type RefusedList,
  refusedListQuerySchema,
  refusedListSchema,
} from '#contracts/bulk.http.js';
import { BulkOrderService } from '#desk/bulk/bulk-order.service.js';
import { BulkReadingService } from '#desk/bulk/bulk-reading.service.js';
import { IdParam } from '#platform/http/id-param.js';
import { CurrentOfficer, type SignedIn } from '../identity/current-officer.js';

type FollowUp = z.infer<typeof followUpBulkSchema>;

@ApiTags('bulk')
@Controller('api/bulk')
export class BulkController {
  constructor(
    private readonly orders: BulkOrderService,
    private readonly reading: BulkReadingService,
  ) {}

  @Post()
  @RouteConfig({ bodyLimit: BULK_BYTES_LIMIT })
  @HttpCode(202)
  @ApiAcceptedResponse({ standardSchema: orderedBulkSchema })
  order(
    @CurrentOfficer() { actor }: SignedIn,
    @Body({ schema: orderBulkSchema }) body: OrderBulk,
  ): Promise<OrderedBulk> {
    return this.orders.order(actor, body);
  }

  @Get()
  @ApiOkResponse({ standardSchema: bulkListSchema })
  async recent(@CurrentOfficer() { actor }: SignedIn): Promise<{ items: BulkView[] }> {
    return { items: await this.reading.recent(actor) };
  }

  /** How many rows an order over this filter would take. */
  @Get('selection')
  @ApiOkResponse({ standardSchema: bulkFilterCountSchema })
  count(
    @CurrentOfficer() { actor }: SignedIn,
    @Query({ schema: bulkFilterQuerySchema }) { filter }: z.infer<typeof bulkFilterQuerySchema>,
  ): Promise<BulkFilterCount> {
    return this.reading.count(actor, filter);
  }

  @Get(':id')
  @ApiOkResponse({ standardSchema: bulkSchema })
  read(@CurrentOfficer() { actor }: SignedIn, @Param('id', IdParam) id: string): Promise<BulkView> {
    return this.reading.read(actor, id);
  }

  @Get(':id/refused')
  @ApiOkResponse({ standardSchema: refusedListSchema })
  refused(
    @CurrentOfficer() { actor }: SignedIn,
    @Param('id', IdParam) id: string,
    @Query({ schema: refusedListQuerySchema }) { cursor }: z.infer<typeof refusedListQuerySchema>,
  ): Promise<RefusedList> {
    return this.reading.refused(actor, id, cursor);
  }

  @Post(':id/cancel')
  @HttpCode(204)
  @ApiNoContentResponse({ description: 'It stops before its next rows' })
  cancel(@CurrentOfficer() { actor }: SignedIn, @Param('id', IdParam) id: string): Promise<void> {
    return this.orders.cancel(actor, id);
  }

  @Post(':id/undo')
  @HttpCode(202)
  @ApiAcceptedResponse({ standardSchema: orderedBulkSchema })
  undo(
    @CurrentOfficer() { actor }: SignedIn,
    @Param('id', IdParam) bulkId: string,
    @Body({ schema: followUpBulkSchema }) { id }: FollowUp,
  ): Promise<OrderedBulk> {
    return this.orders.undo(actor, bulkId, id);
  }

  @Post(':id/retry')
  @HttpCode(202)
  @ApiAcceptedResponse({ standardSchema: orderedBulkSchema })
  retry(
    @CurrentOfficer() { actor }: SignedIn,
    @Param('id', IdParam) bulkId: string,
    @Body({ schema: followUpBulkSchema }) { id }: FollowUp,
  ): Promise<OrderedBulk> {
    return this.orders.retry(actor, bulkId, id);
  }
}
