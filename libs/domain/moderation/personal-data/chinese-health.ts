import { type HealthWords, healthIn } from './near-person.js';
import type { PersonalDatum } from './personal-datum.js';

const KIN =
  '父亲|母亲|父母|爸爸|妈妈|老爸|老妈|爸|妈|老公|老婆|丈夫|妻子|爱人|儿子|女儿|儿媳妇?|女婿|爷爷|奶奶|外公|外婆|姥姥|姥爷|哥哥|弟弟|姐姐|妹妹|哥|姐|弟弟|孙子|孙女|公公|婆婆|岳父|岳母|伯父|叔叔|舅舅|姑姑|侄子|侄女|外甥';
/** Of somebody's own only where the sentence says so: `让老人和孩子…` speaks of all of them. */
const GENERIC = '孩子|小孩|宝宝|老人家?|邻居|同事|室友|同学|朋友';

const ORGANS =
  '小细胞肺|胃|肺|肝|肠|直肠|结肠|食道|食管|乳腺|乳|宫颈|子宫|卵巢|前列腺|甲状腺|胰腺|胆管|膀胱|鼻咽|喉|舌|骨|血|皮肤|淋巴|脑|肾|眼';

const TERM_WORDS =
  '癌症?|恶性肿瘤|肿瘤|瘤|白血病|淋巴瘤|艾滋病?|hiv(?:阳性)?|自闭症|孤独症|抑郁症|重度抑郁|忧郁症|躁郁症|双相情感障碍|精神病|精神分裂症?|精神疾病|精神障碍|精神残疾|癫痫|尿毒症|肾衰竭?|肝硬化|乙肝|丙肝|肝炎|肺结核|结核病|梅毒|性病|糖尿病|高血压|心脏病|冠心病|心梗|脑梗塞?|脑溢血|脑出血|中风|脑瘫|偏瘫|截瘫|瘫痪|残疾人?|[一二三四]级(?:肢体|智力|精神|视力|听力)?残疾|智力障碍|智障|弱智|唐氏综合征|帕金森|阿尔茨海默|老年痴呆|痴呆|渐冻症|红斑狼疮|哮喘|地中海贫血|血友病|尘肺病?|矽肺|透析|化疗|放疗|怀孕|有孕|怀了孕|身孕|孕妇|流产|堕胎|不孕不育|聋哑人?|失明|新冠阳性|植物人';

const SELF = /^(?:我|本人|自己|他|她)/;
const HAS =
  /(?:得了?|患有?|患上|身患|罹患|确诊(?:为|了)?|查出|检查出|诊断(?:出|为)|被诊断|感染了?|有|是|属于?|因|突发|做|怀|已经?|刚|现在?|今年|之前|先后|接受|正在|不幸)(?:一[名个位种]|了|为|出|有|上|是|早期|中期|晚期|严重|重度|轻度|中度|急性|慢性|先天性?|二级|一级|三级|四级|[ab1234]期|[\d]+岁){0,3}\p{Script=Han}{0,3}$/u;
/** In between they make of it a question, a fear, a service, or somebody else's. */
const NOT_THEIRS =
  /[没不无未非防怕问。!?;\n]|担心|害怕|咨询|预防|接种|宣传|知识|了解|关注|关爱|帮助|医生|医院|听说|很多|许多|少数|还有|有人|为什么|怎么|们|科室|学习|研究|建议|希望/;

const WORDS: HealthWords = {
  person: new RegExp(
    `(?:(?:我的?|我家的?|家里?的?|家中|本人的?|他的?|她的?)(?:${GENERIC})|(?:我们?的?|我家的?|本人的?|他的?|她的?)?(?:${KIN})|(?<![让对的些多个和、与])(?:孩子|老人)(?!们)|我家(?!附近|旁)|(?:我|本人|他|她)(?![们市省国县区镇乡村院校局司社街司]))`,
    'g',
  ),
  term: new RegExp(`(?:(?:${ORGANS})(?=[癌瘤]))?(?:${TERM_WORDS})(?:晚期|中期|早期|患者|病人)?`, 'gu'),
  widestGap: 22,
  joins: (person, gap, term) => {
    if (NOT_THEIRS.test(gap)) return false;
    if (HAS.test(gap)) return true;
    const isVerb = /^(?:怀孕|有孕|怀了孕|流产|堕胎|化疗|放疗|透析|瘫痪|截瘫|偏瘫|中风|失明)/.test(term);
    if (SELF.test(person)) return gap.length <= (isVerb ? 4 : 0) && !/[,、:]/.test(gap);
    return gap.length <= 8 && !/[,、:想给为带帮]/.test(gap);
  },
  topicAfter:
    /(?:的?(?:高发|传播|防治|预防|防控|筛查|疫苗|检测|知识|宣传|医院|专科|中心|门诊|研究|基金|科普|讲座|日)|人?(?:联合会|协会|通道|专用|设施|车位|公厕|卫生间|证办理)|用品|学校|科(?!技))/y,
  personAfter: new RegExp(`的?(?:我的?|我家的?)?(?:${KIN})`, 'y'),
  leadBefore: /(?:身?患有?|得了?|我(?:家|有)?(?:一?个|一位)?的?|照顾|$)$/,
};

/** Health near a person, in Chinese: `我父亲得了癌症`, `孩子自闭症`, `患癌的母亲`. Diseases as a topic pass. */
export function chineseHealth(text: string): PersonalDatum[] {
  return healthIn(text, WORDS);
}
