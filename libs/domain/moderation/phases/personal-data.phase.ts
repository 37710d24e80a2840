import { originalSpan, type Span } from '../../folded-text.js';
import { bankCard } from '../personal-data/bank-card.js';
import { emailAddresses } from '../personal-data/email-address.js';
import { readNumbers, type WrittenNumber } from '../personal-data/number-groups.js';
import type { PersonalDatum } from '../personal-data/personal-datum.js';
import { phoneNumber } from '../personal-data/phone-number.js';
import { residentId } from '../personal-data/resident-id.js';
import type { ScreeningPhase } from '../screening.js';

/** What identifies or reaches a person must not stand on a public page, whoever wrote it there. */
export const personalData: ScreeningPhase = {
  name: 'personal-data',
  find: ({ fields }) =>
    fields.flatMap(({ field, folded }) =>
      personalDataIn(folded.text).map((datum) => ({ kind: datum.kind, field, ...originalSpan(folded, datum) })),
    ),
};

function personalDataIn(text: string): PersonalDatum[] {
  const addresses = emailAddresses(text);
  const links = linksIn(text);
  const numbers = readNumbers(text, personalNumber).filter((number) => {
    if (overlapsAny(number, addresses)) return false;
    return number.kind === 'resident-id' || !overlapsAny(number, links);
  });
  return [...addresses, ...numbers].sort((a, b) => a.start - b.start);
}

function personalNumber(number: WrittenNumber): PersonalDatum | null {
  return residentId(number) ?? bankCard(number) ?? phoneNumber(number);
}

/** Addresses of pages are full of long numbers; only an identity number, with its checksum, counts inside one. */
function linksIn(text: string): Span[] {
  return Array.from(text.matchAll(/(?:https?:\/\/|www\.)[!-~]+/g), (link) => ({
    start: link.index,
    end: link.index + link[0].length,
  }));
}

function overlapsAny(span: Span, others: readonly Span[]): boolean {
  return others.some((other) => span.start < other.end && other.start < span.end);
}
