import type { Span } from '../../folded-text.js';
import { bankCard } from './bank-card.js';
import { chineseAddresses } from './chinese-address.js';
import { chineseHealth } from './chinese-health.js';
import { chineseNames } from './chinese-name.js';
import { emailAddresses } from './email-address.js';
import { englishAddresses } from './english-address.js';
import { englishHealth } from './english-health.js';
import { englishNames } from './english-name.js';
import { readNumbers, type WrittenNumber } from './number-groups.js';
import { passports } from './passport.js';
import type { PersonalDatum } from './personal-datum.js';
import { phoneNumber } from './phone-number.js';
import { residentId } from './resident-id.js';
import { vehiclePlates } from './vehicle-plate.js';

/** All personal data in a folded text, in the order of the text. Time grows with its length. */
export function personalDataIn(text: string): PersonalDatum[] {
  const addresses = emailAddresses(text);
  const links = linksIn(text);
  const outsideLinks = without([...addresses, ...links].sort(byStart));
  const outsideAddresses = without(addresses);
  const numbers = readNumbers(text, personalNumber).filter(
    (number) => outsideAddresses(number) && (number.kind === 'resident-id' || outsideLinks(number)),
  );
  const codes = [...passports(text), ...vehiclePlates(text)].filter(outsideLinks).sort(byStart);
  const outsideNumbers = without(numbers);
  return [...addresses, ...numbers, ...codes.filter(outsideNumbers), ...wordedIn(text)].sort(byStart);
}

function wordedIn(text: string): PersonalDatum[] {
  return [
    ...chineseAddresses(text),
    ...englishAddresses(text),
    ...chineseNames(text),
    ...englishNames(text),
    ...chineseHealth(text),
    ...englishHealth(text),
  ];
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

/** Whether a span is clear of all of these; asked with spans in the order of the text, so that each is passed once. */
function without(taken: readonly Span[]): (span: Span) => boolean {
  let passed = 0;
  return (span) => {
    while ((taken[passed]?.end ?? Number.POSITIVE_INFINITY) <= span.start) passed += 1;
    return (taken[passed]?.start ?? Number.POSITIVE_INFINITY) >= span.end;
  };
}

function byStart(a: Span, b: Span): number {
  return a.start - b.start;
}
