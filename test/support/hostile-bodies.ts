import { dice as seeded } from './dice.js';

const MOST_UNITS = 10_000;
const FINE = 1_000_000;

/** What may arrive in a message, and what a pattern of ours could choke on; each is a way to make a piece. */
const PIECES: readonly ((dice: () => number) => string)[] = [
  () => '\0',
  (dice) => String.fromCharCode(0xd800 + Math.floor(dice() * 0x800)),
  () => '\u202e\u2066abc\u2069\u202c',
  (dice) => `z${'\u0300\u0337\u0489'.repeat(1 + Math.floor(dice() * 12))}`,
  (dice) => 'a'.repeat(1 + Math.floor(dice() * MOST_UNITS)),
  (dice) => '代'.repeat(1 + Math.floor(dice() * 400)),
  () => '<script>alert(1)</script><img src=x onerror=alert(1)>',
  () => '=HYPERLINK("http://example.com","x")\n+cmd|\' /C calc\'!A0\n@SUM(1+1)\n-2+3',
  () => 'https://a@b.example.com/%00?x=1',
  (dice) => 'www.'.repeat(1 + Math.floor(dice() * 200)),
  (dice) => 'a@'.repeat(1 + Math.floor(dice() * 200)),
  (dice) => 'a.a@b.'.repeat(1 + Math.floor(dice() * 200)),
  (dice) => '1 '.repeat(1 + Math.floor(dice() * 200)),
  (dice) => '1-'.repeat(1 + Math.floor(dice() * 200)),
  (dice) => '(1(2(3'.repeat(1 + Math.floor(dice() * 100)),
  (dice) => '我'.repeat(1 + Math.floor(dice() * 500)),
  (dice) => '我想要'.repeat(1 + Math.floor(dice() * 200)),
  (dice) => '我不活死杀'.repeat(1 + Math.floor(dice() * 200)),
  (dice) => 'i will '.repeat(1 + Math.floor(dice() * 200)),
  (dice) => 'f*u c-k '.repeat(1 + Math.floor(dice() * 100)),
  (dice) => '加微信vx:'.repeat(1 + Math.floor(dice() * 100)),
  (dice) => 'my name is '.repeat(1 + Math.floor(dice() * 100)),
  (dice) => '我叫张路街巷号弄栋单元室'.repeat(1 + Math.floor(dice() * 60)),
  (dice) => '12 Main Street, Flat '.repeat(1 + Math.floor(dice() * 60)),
  (dice) => '京A12345沪B'.repeat(1 + Math.floor(dice() * 60)),
  (dice) => '我父亲得了癌症'.repeat(1 + Math.floor(dice() * 60)),
  (dice) => 'е'.repeat(1 + Math.floor(dice() * 400)),
  (dice) => '\ufdfa'.repeat(1 + Math.floor(dice() * 400)),
  (dice) => '👩‍👩‍👧‍👦'.repeat(1 + Math.floor(dice() * 60)),
  (dice) => '\n'.repeat(1 + Math.floor(dice() * 400)),
  (dice) => Array.from({ length: 80 }, () => String.fromCharCode(Math.floor(dice() * 0x10000))).join(''),
  () => '路灯坏了三个星期，晚上走路很不安全，请问什么时候能修？',
];

/** Bodies that nobody writes by accident, of up to 10,000 UTF-16 units; the same for the same seed. */
export function* hostileBodies(count: number, seed = 1): Iterable<string> {
  const roll = seeded(seed);
  const dice = () => roll(FINE) / FINE;
  for (let made = 0; made < count; made += 1) {
    let body = '';
    // One in three is one piece again and again: that is what squares show themselves on.
    const only = dice() < 0.3 ? pick(dice) : null;
    const length = dice() < 0.5 ? MOST_UNITS : 1 + dice() * MOST_UNITS;
    while (body.length < length) body += (only ?? pick(dice))(dice);
    yield body.slice(0, length);
  }
}

function pick(dice: () => number) {
  return PIECES[Math.floor(dice() * PIECES.length)] ?? (() => ' ');
}
