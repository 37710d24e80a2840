import type { Span } from '../../folded-text.js';
import type { PersonalDatum } from './personal-datum.js';

const NUMBER = '(?:\\d{1,5}|[一二三四五六七八九十百零〇]{1,5})';
/** `12号` is also the twelfth of the month, a line, an exit, a document: told by what follows. */
const NO_HOUSE =
  '(?!线|楼|出口|入口|桥|门|口|站|台|坑|灯|杆|井|公交|车|地块|工地|标|文|令|公告|函|通知|方案|决定|早|晚|上午|下午|中午|凌晨|夜|停|开始|起|之?前|以?后|左右|那天|当天|至|到)';
const HOUSE = `第?${NUMBER}(?:[-之]${NUMBER})?号${NO_HOUSE}(?:附${NUMBER}号)?`;

const INSIDE = `(?: ?${NUMBER}(?:栋|幢|座|号楼|单元|楼|层|室)){0,4}`;
const STREET_NUMBER = new RegExp(
  `(?<=\\p{Script=Han})(?:路|街|巷|弄|胡同|大道) ?(?:${NUMBER}段 ?)?(?:${NUMBER}弄 ?(?:${HOUSE})?|${HOUSE})${INSIDE}`,
  'gu',
);
const NO_COUNT = '(?![\\d年月日元米万平多人个套户家吨斤辆台间㎡m%次倍块余几~.:-]|号?文|号?(?:商铺|门面|店铺))';
const BUILDING = `(?:(?:${NUMBER}|[a-z]\\d?)(?:号楼|号栋|栋|幢|号院)|\\d{1,3}#|(?:\\d{1,3}|[a-z]\\d?)座)`;
/** A building with a flat, or a staircase with one: `3栋2单元501室`, `2单元501`. */
const FLAT = new RegExp(
  `(?<![a-z\\d_./-])(?:${BUILDING} ?(?:${NUMBER}(?:单元|门|梯) ?)?|${NUMBER}单元 ?)(?:${NUMBER}[楼层] ?)?[a-z]?\\d{3,4}[a-z]?(?:室|房(?![间屋产价源型地租贷])|号)?${NO_COUNT}`,
  'g',
);
const ESTATE_FLAT = new RegExp(
  `(?:小区|花园|公寓|大厦|宿舍|家园|新村|[苑府城园湾庭])(?:\\d{1,3}-(?:\\d{1,2}-)?\\d{3,4}[室房]?${NO_COUNT}|\\d{3,4}(?:室|房(?![间屋产价源型地租贷])))`,
  'g',
);
const VILLAGE_HOUSE = new RegExp(
  `(?<=\\p{Script=Han})村 ?(?:(?:\\p{Script=Han}{1,4}?|\\d{1,3})(?:组|社|队|屯|湾|庄|寨|塘) ?)?${HOUSE}`,
  'gu',
);
/** A village group is a few dozen houses: an address only where somebody says that they live there. */
const VILLAGE_GROUP = /(?<=\p{Script=Han})村 ?(?:\p{Script=Han}{1,4}?|\d{1,3})(?:组|屯)(?!长|织|成|委)/gu;
const LIVES_THERE = /(?:住|居|地址|户籍|家在)[^,。;!?\n]{0,20}$/;

/** What ends in a word for a street and is none, or one that nobody can name: `这条路12号`, `公路12号`. */
const NO_STREET =
  /(?:[公铁线走道马电修问水网半赶让堵条段这那此该本思出陆套后销]路|[上逛该条本这那]街|[街频渠管通报知]道|[我本该全农乡各每][村街路])$/;
const NAME_STOPS = new Set('在住址的我是到,。;!?:、()[]【】《》“”"\n\t');
/** Also part of names: `和平路`, `家园路`, `于家村`. They end one that has two characters behind them. */
const SOFT_NAME_STOPS = new Set('于至从往为家由向离距经与和及系');
/** What is wanted or said of the place. */
const SAID_OF_IT =
  /^.*(?:投诉|举报|反映|解决|拆除|清理|改造|督促|关于|地点|本人|请问|来自|位于|地处|包庇|纵容|申请将|强行|家住|房号)/;
const LONGEST_NAME = 24;

const OFFICE =
  '(?:局|委|厅|厂|所|院|中心|政府|学校|大学|小学|中学|大厅|公司|单位|办公|银行|酒店|饭店|超市|门店|店铺|网点|办事处|服务站|窗口)';
const OFFICE_BEFORE = new RegExp(
  `${OFFICE}(?:的|新|旧|办公|联系)?(?:地址|地点)?(?:地处|位于|坐落于|设在|搬到|迁至|在)?[:( 是为]{0,3}$`,
);
/** An estate behind the number, or what is beside it: the number of hundreds, or of a place in the street. */
const NO_DOOR =
  /^[(]?的?(?:\p{Script=Han}{0,10}?(?:小区|社区|家园|花园|公寓|公馆|大厦|广场|世家|名邸|新村|宿舍|商城|市场|[苑城湾府邸庭园])|附近|旁|对面|门口|门前|前面|路段|路口|人行道|处(?!住))/u;
const OFFICE_AFTER = new RegExp(
  `^[(]?的?(?!${NUMBER}[号栋幢座])\\p{Script=Han}{0,8}?(?:${OFFICE}|派出所|法院|医院|幼儿园|餐馆|大排档|商铺|门面|店|商场|广场|工地|项目部)`,
  'u',
);

/** Chinese addresses that lead to a door: a street with a number, a building with a flat, a house of a village. */
export function chineseAddresses(text: string): PersonalDatum[] {
  const streets = placesOf(text, STREET_NUMBER).filter((place) => isNamed(text, place) && !isNobodysDoor(text, place));
  const flats = [...placesOf(text, FLAT), ...placesOf(text, ESTATE_FLAT)].filter(
    ({ start }) => !OFFICE_BEFORE.test(leftOf(text, start)),
  );
  const houses = placesOf(text, VILLAGE_HOUSE).filter((place) => isNamed(text, place));
  const groups = placesOf(text, VILLAGE_GROUP).filter(({ start }) => LIVES_THERE.test(leftOf(text, start)));
  return merged([...streets, ...flats, ...houses, ...groups]).map((span) => ({ kind: 'street-address', ...span }));
}

interface Place extends Span {
  /** Where the pattern matched; its name stands before. */
  anchor: number;
}

function placesOf(text: string, pattern: RegExp): Place[] {
  let floor = 0;
  return Array.from(text.matchAll(pattern), ({ index, 0: matched }) => {
    const place = { start: nameStart(text, index, floor), anchor: index, end: index + matched.length };
    floor = place.end;
    return place;
  });
}

/** Chinese puts the larger before the smaller: the name of the street and its city stand before the number. */
function nameStart(text: string, anchor: number, floor: number): number {
  let from = anchor;
  while (from > floor && anchor - from < LONGEST_NAME && !endsName(text, from, anchor - from)) from -= 1;
  while (text.charAt(from) === ' ') from += 1;
  return from + (SAID_OF_IT.exec(text.slice(from, Math.max(from, anchor - 1)))?.[0].length ?? 0);
}

function endsName(text: string, from: number, taken: number): boolean {
  const character = text.charAt(from - 1);
  if (character === ' ') return /[a-z]/.test(text.charAt(from - 2));
  return NAME_STOPS.has(character) || (taken >= 2 && SOFT_NAME_STOPS.has(character));
}

function isNamed(text: string, { anchor }: Place): boolean {
  return !NO_STREET.test(text.slice(Math.max(0, anchor - 1), anchor + 1));
}

function isNobodysDoor(text: string, { start, end }: Place): boolean {
  const right = text.slice(end, end + 16);
  return OFFICE_BEFORE.test(leftOf(text, start)) || OFFICE_AFTER.test(right) || NO_DOOR.test(right);
}

function leftOf(text: string, start: number): string {
  return text.slice(Math.max(0, start - 24), start);
}

function merged(spans: readonly Span[]): Span[] {
  const whole: Span[] = [];
  for (const span of [...spans].sort((a, b) => a.start - b.start || b.end - a.end)) {
    const last = whole.at(-1);
    if (last && span.start <= last.end) last.end = Math.max(last.end, span.end);
    else whole.push({ start: span.start, end: span.end });
  }
  return whole;
}
