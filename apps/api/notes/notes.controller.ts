import { Body, Controller, Delete, Get, Param, Post, Put, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { z } from 'zod';
import {
  editNoteSchema,
  type Mentionable,
  mentionableListSchema,
  type Noted,
  notedSchema,
  seenNoteSchema,
  writeNoteSchema,
} from '#contracts/notes.http.js';
import { MentionableService } from '#desk/notes/mentionable.service.js';
import { NoteService } from '#desk/notes/note.service.js';
import { IdParam } from '#platform/http/id-param.js';
import { CurrentOfficer, type SignedIn } from '../identity/current-officer.js';

@ApiTags('notes')
@Controller('api/conversations/:id')
export class NotesController {
  constructor(
    private readonly notes: NoteService,
    private readonly mentionable: MentionableService,
  ) {}

  @Get('mentionable')
  @ApiOkResponse({ standardSchema: mentionableListSchema })
  async whoMayBeMentioned(
    @CurrentOfficer() { actor }: SignedIn,
    @Param('id', IdParam) conversationId: string,
  ): Promise<{ items: Mentionable[] }> {
    return { items: await this.mentionable.of(actor, conversationId) };
  }

  @Post('notes')
  @ApiCreatedResponse({ standardSchema: notedSchema })
  write(
    @CurrentOfficer() { actor }: SignedIn,
    @Param('id', IdParam) conversationId: string,
    @Body({ schema: writeNoteSchema }) body: z.infer<typeof writeNoteSchema>,
  ): Promise<Noted> {
    return this.notes.write(actor, { conversationId, ...body });
  }

  @Put('notes/:noteId')
  @ApiOkResponse({ standardSchema: notedSchema })
  edit(
    @CurrentOfficer() { actor }: SignedIn,
    @Param('id', IdParam) conversationId: string,
    @Param('noteId', IdParam) noteId: string,
    @Body({ schema: editNoteSchema }) body: z.infer<typeof editNoteSchema>,
  ): Promise<Noted> {
    return this.notes.edit(actor, { conversationId, noteId, ...body });
  }

  @Delete('notes/:noteId')
  @ApiOkResponse({ standardSchema: notedSchema })
  delete(
    @CurrentOfficer() { actor }: SignedIn,
    @Param('id', IdParam) conversationId: string,
    @Param('noteId', IdParam) noteId: string,
    @Query({ schema: seenNoteSchema }) { version }: z.infer<typeof seenNoteSchema>,
  ): Promise<Noted> {
    return this.notes.delete(actor, { conversationId, noteId, version });
  }
}
