import { Module } from '@nestjs/common';
import { MentionableService } from './mentionable.service.js';
import { NoteService } from './note.service.js';

@Module({ providers: [MentionableService, NoteService], exports: [MentionableService, NoteService] })
export class NotesModule {}
