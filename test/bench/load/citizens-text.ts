/** What citizens write about, in pieces that make a text of any length. No digits: personal data would be held. */
const PIECES = [
  '您好，',
  '请问',
  '我们小区',
  '楼下的',
  '路灯',
  '已经',
  '坏了',
  '很久',
  '一直',
  '没有人',
  '来修，',
  '晚上',
  '老人',
  '出门',
  '很不',
  '方便。',
  '去年',
  '冬天',
  '暖气',
  '不热，',
  '物业',
  '说',
  '会',
  '处理，',
  '但是',
  '到现在',
  '还没有',
  '结果。',
  '孩子',
  '上学',
  '要',
  '过',
  '一条',
  '马路，',
  '没有',
  '红绿灯',
  '和',
  '斑马线，',
  '家长',
  '都',
  '很',
  '担心。',
  '公交车',
  '高峰期',
  '等',
  '半个',
  '小时',
  '才',
  '来',
  '一趟，',
  '希望',
  '能',
  '增加',
  '班次。',
  '门口',
  '的',
  '工地',
  '夜里',
  '还在',
  '施工，',
  '噪音',
  '太大，',
  '全家',
  '睡不好。',
  '医院',
  '挂号',
  '窗口',
  '排队',
  '太长，',
  '能不能',
  '多开',
  '几个？',
  '社区',
  '卫生站',
  '周末',
  '不开门，',
  '父亲',
  '行动',
  '不便，',
  '怎么办？',
  '垃圾',
  '分类',
  '以后',
  '桶',
  '少了，',
  '附近',
  '居民',
  '只好',
  '走',
  '很远。',
  '河边',
  '的水',
  '有',
  '异味，',
  '请',
  '环保',
  '部门',
  '去看看。',
  '谢谢',
  '你们',
  '的',
  '辛苦',
  '工作，',
  '期待',
  '答复。',
];
const MEDIAN_CHARACTERS = 200;
/** Puts the 90th percentile at 900: ln(900 / 200) / 1.2816. */
const SIGMA = 1.1736;
const SHORTEST = 20;
const LONGEST = 9_900;

/** Texts with lengths as on a real desk, log-normal: median 200 characters, 900 at p90. The same ones for the same seed. */
export function citizensTexts(count: number, seed = 1): string[] {
  const random = randomFrom(seed);
  return Array.from({ length: count }, () => {
    const normal = Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
    const length = Math.min(LONGEST, Math.max(SHORTEST, Math.round(MEDIAN_CHARACTERS * Math.exp(SIGMA * normal))));
    return textOf(length, random);
  });
}

function textOf(length: number, random: () => number): string {
  let text = '';
  while (text.length < length) text += PIECES[Math.floor(random() * PIECES.length)];
  return text.slice(0, length);
}

/** Mulberry32: small, and the same on every machine. */
function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
