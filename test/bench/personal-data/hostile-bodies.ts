/** Written against the rules' own expressions: cues without what they announce, numbers without an end, persons and diseases apart. */
export const HOSTILE_PIECES: readonly string[] = [
  ...[
    '村',
    '村一',
    '路一号',
    '路1号',
    '一',
    '1',
    '号楼1',
    '1栋',
    '1单元',
    '3栋2单元501室',
    '人民路12号',
    '大道',
    '小区1-1-1',
    '住村一组',
    '地址',
  ],
  ...['1 a ', '1 main ', '12 a b c ', 'flat 1, a ', 'flat ', '12 main street ', '1 2-3.4(5)', '12-', '#1'],
  ...[
    '我叫',
    '我叫王',
    '本人',
    '本人王',
    '投诉人 ',
    '名叫张',
    '敬礼\n',
    '敬礼\n\n',
    'my name is a ',
    'name: ',
    'i am mr ',
    'regards,\n',
  ],
  ...[
    '我癌',
    '癌',
    '癌 ',
    '我得癌',
    '我父亲不癌',
    '父亲',
    'my father has ',
    'i has cancer ',
    'cancer ',
    'my cancer ',
    'has been a ',
    'my dad, who is ',
  ],
  ...['护照', '护照1', 'passport ', 'passport no ', 'e1', '京a', '京a1', '京A12345', 'plate ', 'car ab', 'car ab12 '],
  ...['a@', 'tom at a', ' at a dot ', '13800138000 ', '6222', 'https://a', '订单号 1', '+1 '],
  ...[
    '\0',
    '\ud800',
    '\udc4d',
    '\u202e',
    '\u200b',
    '\ufdfa',
    'a\u0301\u0302\u0303\u0304\u0305',
    '😀',
    '<b>',
    '=1+1,',
    ' ',
    'a',
    '的',
  ],
];

/** The same bodies in every run: pieces repeated, and pieces mixed, each of `length` UTF-16 units. */
export function hostileBodies(count: number, length: number): string[] {
  const next = numbersFrom(20_261_124);
  const piece = () => HOSTILE_PIECES[next() % HOSTILE_PIECES.length] ?? '';
  return Array.from({ length: count }, (_, index) => {
    const repeated = HOSTILE_PIECES[index];
    const parts = repeated === undefined ? Array.from({ length: 1 + (next() % 12) }, piece) : [repeated];
    const body = parts.join('');
    return body.repeat(Math.ceil(length / body.length)).slice(0, length);
  });
}

/** A linear congruential generator: nobody's luck decides a figure. */
function numbersFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state >>> 8;
  };
}
