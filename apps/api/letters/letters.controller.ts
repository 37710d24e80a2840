import { Body, Controller, Get, HttpCode, Param, Post, Put, Query } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { z } from 'zod';
import {
  draftLetterSchema,
  type LetterView,
  letterActSchema,
  letterListQuerySchema,
  letterListSchema,
  letterTextActSchema,
  letterViewSchema,
  returnLetterSchema,
  saveLetterSchema,
} from '#contracts/letters.http.js';
import { LetterService } from '#desk/letters/letter.service.js';
import { LetterReadingService } from '#desk/letters/letter-reading.service.js';
import { IdParam } from '#platform/http/id-param.js';
import { CurrentOfficer, type SignedIn } from '../identity/current-officer.js';

@ApiTags('letters')
@Controller('api/letters')
export class LettersController {
  constructor(
    private readonly letters: LetterService,
    private readonly reading: LetterReadingService,
  ) {}

  @Get()
  @ApiOkResponse({ standardSchema: letterListSchema })
  list(
    @CurrentOfficer() { actor }: SignedIn,
    @Query({ schema: letterListQuerySchema }) query: z.infer<typeof letterListQuerySchema>,
  ): Promise<z.infer<typeof letterListSchema>> {
    return this.reading.page(actor, query);
  }

  @Get(':id')
  @ApiOkResponse({ standardSchema: letterViewSchema })
  read(@CurrentOfficer() { actor }: SignedIn, @Param('id', IdParam) letterId: string): Promise<LetterView> {
    return this.reading.read(actor, letterId);
  }

  /** 200 and not 201: it may be the letter that a colleague has begun. */
  @Post()
  @HttpCode(200)
  @ApiOkResponse({ standardSchema: letterViewSchema })
  draft(
    @CurrentOfficer() { actor }: SignedIn,
    @Body({ schema: draftLetterSchema }) body: z.infer<typeof draftLetterSchema>,
  ): Promise<LetterView> {
    return this.letters.draft(actor, body.conversationId);
  }

  @Put(':id/draft')
  @ApiOkResponse({ standardSchema: letterViewSchema })
  save(
    @CurrentOfficer() { actor }: SignedIn,
    @Param('id', IdParam) letterId: string,
    @Body({ schema: saveLetterSchema }) { version, ...text }: z.infer<typeof saveLetterSchema>,
  ): Promise<LetterView> {
    return this.letters.save(actor, { letterId, version, text });
  }

  @Post(':id/submit')
  @HttpCode(200)
  @ApiOkResponse({ standardSchema: letterViewSchema })
  submit(
    @CurrentOfficer() { actor }: SignedIn,
    @Param('id', IdParam) letterId: string,
    @Body({ schema: letterActSchema }) body: z.infer<typeof letterActSchema>,
  ): Promise<LetterView> {
    return this.letters.submit(actor, { letterId, ...body });
  }

  @Post(':id/return')
  @HttpCode(200)
  @ApiOkResponse({ standardSchema: letterViewSchema })
  returnToAuthor(
    @CurrentOfficer() { actor }: SignedIn,
    @Param('id', IdParam) letterId: string,
    @Body({ schema: returnLetterSchema }) body: z.infer<typeof returnLetterSchema>,
  ): Promise<LetterView> {
    return this.letters.returnToAuthor(actor, { letterId, ...body });
  }

  @Post(':id/approve')
  @HttpCode(200)
  @ApiOkResponse({ standardSchema: letterViewSchema })
  approve(
    @CurrentOfficer() { actor }: SignedIn,
    @Param('id', IdParam) letterId: string,
    @Body({ schema: letterTextActSchema }) body: z.infer<typeof letterTextActSchema>,
  ): Promise<LetterView> {
    return this.letters.approve(actor, { letterId, ...body });
  }

  @Post(':id/publish')
  @HttpCode(200)
  @ApiOkResponse({ standardSchema: letterViewSchema })
  publish(
    @CurrentOfficer() { actor }: SignedIn,
    @Param('id', IdParam) letterId: string,
    @Body({ schema: letterTextActSchema }) body: z.infer<typeof letterTextActSchema>,
  ): Promise<LetterView> {
    return this.letters.publish(actor, { letterId, ...body });
  }
}
