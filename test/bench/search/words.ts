const CHARACTERS =
  '鹭荔萝薇蓝橙紫黛翡翠珊瑚琥珀玛瑙琉璃麒麟凤凰骆驼犀鲸鲨鲤鳜鲈鳗鹦鹉鸳鸯鹤雁鹰隼雕鸢梧桐槐柏榆桦枫棠榕楠樟椿橘柚柠檬桃梨杏梅莲藕菱荷芦苇';
const SYLLABLES = [
  'ba',
  'do',
  'ke',
  'li',
  'mu',
  'na',
  'po',
  'ra',
  'ti',
  'vo',
  'wen',
  'zor',
  'gil',
  'fan',
  'hul',
  'jom',
];

const VOCABULARY = 20_000;

/** Words as they are spread in a language: the n-th is drawn in proportion to 1/n. Every other one is English. */
export function vocabulary(): string[] {
  return Array.from({ length: VOCABULARY }, (_, rank) => (rank % 2 === 0 ? chinese(rank / 2) : english(rank)));
}

function chinese(n: number): string {
  const [first, second] = [n % CHARACTERS.length, Math.floor(n / CHARACTERS.length) % CHARACTERS.length];
  return `${CHARACTERS.charAt(first)}${CHARACTERS.charAt(second)}`;
}

function english(n: number): string {
  const word: string[] = [];
  for (let rest = n; rest > 0; rest = Math.floor(rest / SYLLABLES.length)) {
    word.push(SYLLABLES[rest % SYLLABLES.length] ?? '');
  }
  return `${word.join('')}ka`;
}

/** In six of ten texts; the last asks for two at once. */
export const COMMON = ['小区', '物业', '路灯 噪音'];
/** In one of two to one of two hundred. */
export const SELDOM = [2, 20, 5, 101].map(wordAt);
/** In one of five hundred to one of five thousand. */
export const RARE = [200, 1_000, 501, 2_001].map(wordAt);

function wordAt(rank: number): string {
  return vocabulary()[rank] ?? '';
}
