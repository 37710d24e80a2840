import { endOf, matchAt } from './match-at.js';
import type { PersonalDatum } from './personal-datum.js';
import { DOUBLE_SURNAMES, NO_NAMES, PLAIN_SURNAMES, SURNAMES } from './surnames.js';

const KIN =
  '父亲|母亲|爸爸|妈妈|爸|妈|老公|老婆|丈夫|妻子|爱人|儿子|女儿|孩子|小孩|爷爷|奶奶|外公|外婆|哥哥|弟弟|姐姐|妹妹|孙子|孙女|公公|婆婆|岳父|岳母';
const ROLE =
  '联系人|投诉人|举报人|反映人|申请人|当事人|来信人|信访人|留言人|署名|落款|业主|户主|患者|病人|被害人|受害人|法人|房东|家长|监护人';
/** Says that a name follows, whatever the surname. */
const SURE = new RegExp(
  `我叫做?|我名叫|名叫|(?:我的名字|名字)(?:叫做?|是|为|:)|姓名[是为叫:]|(?:${ROLE})(?:姓名)?(?:[是为叫:]|叫做)|(?:${KIN})名?叫|敬礼[!。]?\\n+(?:${ROLE})?:? ?`,
  'g',
);
/** Begins many sentences: a name only with a plain surname, and where the clause ends behind it. */
const WEAK = /本人[是系叫]?|我是(?!说)|(?:联系人|投诉人|举报人|反映人|申请人|姓名)(?= ?\p{Script=Han})/gu;
const FILLER = /[\s:"“「'《(]{0,4}/y;

const NAME = new RegExp(`(?:${DOUBLE_SURNAMES.join('|')}|[${SURNAMES}])(?=\\p{Script=Han})`, 'uy');
const HAN = /\p{Script=Han}/u;
const TITLE = /(?:先生|女士|小姐|老师|师傅|阿姨|大爷|大妈|同志)/y;
/** What goes on behind a given name of one character: `我叫王强是…`, `我叫王强家住…`. */
const GOES_ON =
  /^(?:[是在住的男女今现系因有于来从我曾想要说已先同和与及电手生]|家[住在]|身份|年[龄满]|户[口籍]|联系|电话|日期)/;
const CLAUSE_ENDS = /^(?:$|[\s,。;!?、:()\d“”"]|先生|女士|[男女性]|家?住|身份|电话|手机|联系|系)/;
/** Only of a person, so that the surname may be any. */
const SAID_OF_A_PERSON = /^[,(、 ]{0,2}(?:[男女性]|身份证|汉族|现年|年龄|电话|手机)/;
/** What somebody is, not what somebody is called: `我是李家村村民`, `本人林业工人`. */
const TRADE =
  /(?:[村居市农渔选]民|[学考男女]生|[租商用散]户|[业车房户]主|[职员民]工|[老教律医厨]师|工人|家[长属]|[客商]人|[村镇县市区路街站局厂店院校园]|[队厂校院]长|小区)$/;
const OFFICE =
  /^\p{Script=Han}{0,6}?(?:局|办事处|委会|委员会|政府|医院|学校|公司|中心|大队|派出所|社区|街道|银行|物业|小区|服务|幼儿园)/u;

/** Chinese names behind a cue: `我叫…`, `姓名:…`, `联系人…`, `本人…`. No list of given names: any one or two characters. */
export function chineseNames(text: string): PersonalDatum[] {
  const sure = Array.from(text.matchAll(SURE), (cue) => nameAt(text, cue.index + cue[0].length));
  const weak = Array.from(text.matchAll(WEAK), (cue) => plainNameAt(text, cue.index + cue[0].length));
  const found = [...sure, ...weak].flatMap((name) => name ?? []).sort((a, b) => a.start - b.start || b.end - a.end);
  return found.filter(({ start }, index) => start >= (found[index - 1]?.end ?? 0));
}

function nameAt(text: string, behindCue: number): PersonalDatum | null {
  const start = endOf(FILLER, text, behindCue);
  const surname = matchAt(NAME, text, start)?.[0];
  if (!surname || NO_NAMES.has(text.slice(start, start + 2))) return null;
  const given = start + surname.length;
  const title = matchAt(TITLE, text, given)?.[0].length;
  const end = title ? given + title : given + givenLength(text, given);
  const name = text.slice(start, end);
  if (name.length <= surname.length || /[某叉]/.test(name)) return null;
  const right = text.slice(end, end + 12);
  if (!GOES_ON.test(right) && OFFICE.test(text.slice(given, given + 12))) return null;
  return { kind: 'personal-name', start, end };
}

function plainNameAt(text: string, behindCue: number): PersonalDatum | null {
  const found = nameAt(text, behindCue);
  if (!found) return null;
  const name = text.slice(found.start, found.end);
  const isPlain = PLAIN_SURNAMES.includes(name.charAt(0)) || DOUBLE_SURNAMES.includes(name.slice(0, 2));
  const right = text.slice(found.end, found.end + 6);
  const isRole = /(?:(?<!本)人|姓名)$/.test(text.slice(behindCue - 2, behindCue)) && name.length === 3;
  if (!isPlain && !isRole && !SAID_OF_A_PERSON.test(right)) return null;
  return CLAUSE_ENDS.test(right) && !TRADE.test(name) ? found : null;
}

/** One character or two: one, where the sentence goes on behind it. */
function givenLength(text: string, given: number): number {
  if (!HAN.test(text.charAt(given))) return 0;
  if (!HAN.test(text.charAt(given + 1))) return 1;
  return GOES_ON.test(text.slice(given + 1, given + 4)) ? 1 : 2;
}
