import { Injectable, type PipeTransform } from '@nestjs/common';
import { slugSchema } from '#contracts/text.js';
import { Refusal } from '#domain/refusal.js';

/** A department's slug in a path; what is no slug names nothing. */
@Injectable()
export class SlugParam implements PipeTransform<string, string> {
  transform(value: string): string {
    const parsed = slugSchema.safeParse(value);
    if (parsed.success) return parsed.data;
    throw new Refusal('not-found');
  }
}
