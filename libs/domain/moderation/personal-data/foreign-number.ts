/** Country calling codes in use (ITU-T E.164), without +86. */
const COUNTRY =
  /^(?:1|7|2[07]|3[0-469]|4[013-9]|5[1-8]|6[0-6]|8[124]|9[0-58]|2[1-689]\d|3[578]\d|42[013]|5[09]\d|6[79]\d|80[08]|85[02356]|88[068]|96[0-8]|97[0-7]|99[2-68])/;
const NORTH_AMERICAN = /^1[2-9]\d\d[2-9]\d{6}$/;
const SHORTEST = 9;
/** E.164 allows 15 digits in all. */
const LONGEST = 15;

/** Digits that stood behind a `+`: a known country and a length that can be dialled. */
export function isForeignNumber(digits: string): boolean {
  if (digits.length < SHORTEST || digits.length > LONGEST || !COUNTRY.test(digits)) return false;
  return !digits.startsWith('1') || NORTH_AMERICAN.test(digits);
}
