/** Crockford's base 32: no I, L, O or U, so that a reference survives being read over the telephone. */
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

export const REFERENCE_PATTERN = /^[A-Z]{2,6}-[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}$/;

/** `BJ-7F3K-92QD` from a department's prefix and eight random bytes (40 bits are used: not to be guessed or counted). */
export function referenceFrom(prefix: string, random: Uint8Array): string {
  const symbols = Array.from(random.subarray(0, 8), (byte) => ALPHABET[byte & 31]).join('');
  return `${prefix}-${symbols.slice(0, 4)}-${symbols.slice(4)}`;
}

/** What people type: lower case, spaces, O for 0, I or L for 1. Returns the reference in its printed form, or null. */
export function normaliseReference(typed: string): string | null {
  const text = typed
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[\s‐-―]+/g, '-')
    .trim();
  const [prefix = '', ...rest] = text.split('-').filter(Boolean);
  const symbols = rest.join('').replace(/O/g, '0').replace(/[IL]/g, '1');
  const reference = `${prefix}-${symbols.slice(0, 4)}-${symbols.slice(4)}`;
  return REFERENCE_PATTERN.test(reference) ? reference : null;
}
