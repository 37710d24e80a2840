/** Where a keyset list starts: without a cursor. Typed, so that the pages after it may have one. */
export const firstPage = (): string | null => null;
