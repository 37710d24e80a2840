/**
 * Letters of other alphabets that look like a Latin one, from Unicode's list of confusables (UTS 39) as far as words are
 * written with them; each is one UTF-16 unit for one, so that places stay.
 */
const LOOK_ALIKES = new Map(
  Object.entries({
    а: 'a',
    в: 'b',
    с: 'c',
    ԁ: 'd',
    е: 'e',
    ё: 'e',
    ҽ: 'e',
    ғ: 'f',
    ɡ: 'g',
    һ: 'h',
    н: 'h',
    і: 'i',
    ї: 'i',
    ј: 'j',
    к: 'k',
    ӏ: 'l',
    ԛ: 'q',
    м: 'm',
    п: 'n',
    о: 'o',
    р: 'p',
    г: 'r',
    ѕ: 's',
    т: 't',
    ц: 'u',
    ѵ: 'v',
    ԝ: 'w',
    х: 'x',
    у: 'y',
    ү: 'y',
    з: '3',
    α: 'a',
    β: 'b',
    ϲ: 'c',
    δ: 'd',
    ε: 'e',
    η: 'n',
    ι: 'i',
    κ: 'k',
    μ: 'u',
    ν: 'v',
    ο: 'o',
    ρ: 'p',
    σ: 'o',
    τ: 't',
    υ: 'u',
    χ: 'x',
    ω: 'w',
    γ: 'y',
    ı: 'i',
    ɑ: 'a',
    ꜱ: 's',
    ʀ: 'r',
    ɪ: 'i',
    ɴ: 'n',
    ʟ: 'l',
    ʏ: 'y',
    ø: 'o',
    ł: 'l',
    đ: 'd',
  }),
);
const BEYOND_ASCII = /[\u0080-\u1fff\ua700-\ua7ff]/;
const LATIN_WITH_MARK = /^[\u00c0-\u024f\u1e00-\u1eff]$/;

/** A folded text (lower case, no compatibility forms) in which what looks like a Latin letter is one; same length. */
export function foldLookAlikes(text: string): string {
  if (!BEYOND_ASCII.test(text)) return text;
  const units: string[] = [];
  for (let at = 0; at < text.length; at += 1) units.push(plainLetter(text.charAt(at)));
  return units.join('');
}

function plainLetter(unit: string): string {
  if (unit < '\u0080' || unit > '\u1fff') return LOOK_ALIKES.get(unit) ?? unit;
  const alike = LOOK_ALIKES.get(unit);
  if (alike) return alike;
  return LATIN_WITH_MARK.test(unit) ? unit.normalize('NFD').charAt(0) : unit;
}
