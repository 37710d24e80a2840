import { Readable } from 'node:stream';
import { Body, Controller, Header, HttpCode, Post, Req, StreamableFile, UseGuards } from '@nestjs/common';
import { ApiBearerAuth, ApiConsumes, ApiOkResponse, ApiResponse, ApiTags } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { type Accepted, acceptedSchema, type IncomingMessage, messageSchema } from '#contracts/intake.http.js';
import { IntakeService } from '#desk/intake/intake.service.js';
import { Refusal } from '#domain/refusal.js';
import { Public } from '../identity/current-officer.js';
import { receiveBatch } from './batch.js';
import { ChannelId, ChannelKeyGuard } from './channel-key.guard.js';

@ApiTags('intake')
@ApiBearerAuth()
@Public()
@UseGuards(ChannelKeyGuard)
@Controller('api/messages')
export class IntakeController {
  constructor(private readonly intake: IntakeService) {}

  @Post()
  @HttpCode(202)
  @ApiResponse({ status: 202, description: 'Stored, once', standardSchema: acceptedSchema })
  receive(
    @ChannelId() channelId: string,
    @Body({ schema: messageSchema }) message: IncomingMessage,
  ): Promise<Accepted> {
    return this.intake.receive({ channelId }, message);
  }

  /** One message a line; one result a line, in order, while the rest still comes in. */
  @Post('batch')
  @HttpCode(200)
  @Header('content-type', 'application/x-ndjson; charset=utf-8')
  @ApiConsumes('application/x-ndjson')
  @ApiOkResponse({ description: 'NDJSON: a result for each line' })
  receiveBatch(@ChannelId() channelId: string, @Req() request: FastifyRequest): StreamableFile {
    if (!(request.body instanceof Readable)) throw new Refusal('invalid', { detail: 'Send application/x-ndjson.' });
    const results = receiveBatch(request.body, (value) => this.intake.receiveUnchecked({ channelId }, value));
    return new StreamableFile(Readable.from(results), { type: 'application/x-ndjson; charset=utf-8' });
  }
}
