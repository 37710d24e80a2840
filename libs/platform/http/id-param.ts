import { Injectable, type PipeTransform } from '@nestjs/common';
import { z } from 'zod';
import { Refusal } from '#domain/refusal.js';

const idSchema = z.uuid();

/** An id in a path; what is no id names nothing. */
@Injectable()
export class IdParam implements PipeTransform<string, string> {
  transform(value: string): string {
    const parsed = idSchema.safeParse(value);
    if (parsed.success) return parsed.data;
    throw new Refusal('not-found');
  }
}
