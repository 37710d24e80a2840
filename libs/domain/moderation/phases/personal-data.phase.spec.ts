import { describe, expect, it } from '@jest/globals';
import { screen } from '../screening.js';

/** All numbers here are made up; the identity number is the worked example of GB 11643. */
const ID = '11010519491231002X';

function personalIn(body: string): string[] {
  const { findings } = screen({ title: '一个够长的标题', body, blockedWords: [], repeatedOf: 0 });
  return findings.map(({ kind, start, end }) => `${kind} ${body.slice(start, end)}`);
}

const found: Record<string, [body: string, ...marked: string[]][]> = {
  'resident-id': [
    [`身份证号${ID}，谢谢`, ID],
    [ID.toLowerCase(), ID.toLowerCase()],
    ['１１０１０５１９４９１２３１００２Ｘ', '１１０１０５１９４９１２３１００２Ｘ'],
    ['110105 19491231 002X', '110105 19491231 002X'],
    ['110105-19491231-002-X', '110105-19491231-002-X'],
    ['430102199003071234', '430102199003071234'],
    ['110105194802290021', '110105194802290021'],
    [`编号：${ID}`, ID],
    [`https://example.org/?id=${ID}`, ID],
    ['老身份证130503670401001。', '130503670401001'],
  ],
  'mobile-number': [
    ['电话:13800138000一直打不通', '13800138000'],
    ['+8613800138000', '+8613800138000'],
    ['电话+86 138 0013 8000', '+86 138 0013 8000'],
    ['0086-138-0013-8000', '0086-138-0013-8000'],
    ['(+86)13800138000', '(+86)13800138000'],
    ['138-0013-8000', '138-0013-8000'],
    ['138.0013.8000', '138.0013.8000'],
    ['1380 013 8000', '1380 013 8000'],
    ['138 0013 8000 139 0013 9000', '138 0013 8000', '139 0013 9000'],
    ['１３８　００１３　８０００', '１３８　００１３　８０００'],
    ['1 3 8 0 0 1 3 8 0 0 0', '1 3 8 0 0 1 3 8 0 0 0'],
    ['1\u200b3800138000', '1\u200b3800138000'],
    ['一三八零零一三八零零零', '一三八零零一三八零零零'],
    ['tel13800138000', '13800138000'],
    ['(13800138000)', '13800138000'],
    ['13800138000wx同号', '13800138000'],
    ['1栋201-13800138000', '13800138000'],
    ['13800138000/13900139000', '13800138000', '13900139000'],
    ['1.13812345678 2.13912345678', '13812345678', '13912345678'],
    ['订单电话13800138000', '13800138000'],
  ],
  'landline-number': [
    ['010-65551234', '010-65551234'],
    ['电话(010)65551234', '(010)65551234'],
    ['（0574）8765 4321', '（0574）8765 4321'],
    ['0574-8765432', '0574-8765432'],
    ['0731——87654321', '0731——87654321'],
    ['057487654321', '057487654321'],
    ['+86 10 6555 1234', '+86 10 6555 1234'],
    ['0574-87654321转801', '0574-87654321转801'],
    ['010-6555-1234 ext. 12', '010-6555-1234 ext. 12'],
  ],
  'foreign-number': [
    ['+44 20 7946 0958', '+44 20 7946 0958'],
    ['＋８５２　２３４５　６７８９', '＋８５２　２３４５　６７８９'],
    ['call +1 (212) 736-0123', '+1 (212) 736-0123'],
  ],
  'email-address': [
    ['邮箱：li_si@example.com。谢谢', 'li_si@example.com'],
    ['zhang＠example．com', 'zhang＠example．com'],
    ['zhang(at)example.com.cn', 'zhang(at)example.com.cn'],
    ['zhang [at] example [dot] com', 'zhang [at] example [dot] com'],
    ['13800138000@example.com', '13800138000@example.com'],
    ['a@b.cc,c@d.ee', 'a@b.cc', 'c@d.ee'],
  ],
  'bank-card': [
    ['卡号6222020100123456780', '6222020100123456780'],
    ['4111 1111 1111 1111', '4111 1111 1111 1111'],
    ['6228-4801-2345-6789', '6228-4801-2345-6789'],
    ['６２２８ ４８０１ ２３４５ ６７８９', '６２２８ ４８０１ ２３４５ ６７８９'],
    ['3782 822463 10005', '3782 822463 10005'],
  ],
};

const cases = Object.entries(found).flatMap(([kind, rows]) =>
  rows.map(([body, ...marked]) => ({ kind, body, marked: marked.map((text) => `${kind} ${text}`) })),
);

describe('personal data is found', () => {
  it.each(cases)('$kind in $body', ({ body, marked }) => {
    expect(personalIn(body)).toEqual(marked);
  });
});

const innocent: Record<string, string[]> = {
  'an identity number with a wrong check digit, a day that never was, no such province, or masked': [
    '110105194912310021',
    '110105194902300020',
    '110105194902290029',
    '110105194913310021',
    '110105184912310020',
    '990105194912310023',
    '430102********1234',
    '110105194802290021000',
    '130503671301001',
  ],
  'orders, cases and documents': [
    '订单号13812345678',
    '订单号：2019042416034012345',
    '#13812345678',
    'order number: 13812345678',
    'SF13800138000',
    'tracking no. 13812345678',
    '受理编号为：13812345678',
    '〔2019〕12号',
    '(2019)京01民终12345号',
    'GB 50096-2011',
  ],
  'dates and times': ['2019-04-24 16:03:40', '2019.04.24-2019.05.24', '09:00-17:30', '20190424160340', '1556092800000'],
  'amounts and measures': [
    '13800138000元',
    '13800138000.00',
    '¥13800138000',
    '1,380,013,800',
    '+10000000元',
    '+5%',
    '+999 1234 5678',
    '+1 012 345 6789',
    '+1 212 555',
  ],
  'public hotlines': [
    '请拨12345或110',
    '95598',
    '400-123-4567',
    '4001234567',
    '800-810-1234',
    '010-12345',
    '0800 123 4567',
  ],
  'a number inside a longer one': [
    '913800138000123',
    '138001380001',
    '9138001380001',
    'A13800138000B',
    '13800138000B',
    '865056547812',
  ],
  'books, hosts and pages': [
    'ISBN 9787111547426',
    '978-7-111-54742-6',
    '192.168.100.200',
    'https://example.org/news/13800138000.html',
  ],
  'cards without their check digit, or of nobody': ['4111 1111 1111 1112', '9999999999999995', '41 111111 1111 1111'],
  'mentions and masked addresses': [
    '@南海发布 您好',
    '谢谢@john.smith',
    'zh***@example.com',
    'look at example.com',
    'a@b',
  ],
  'decimals, numbers of issues, keys of files and years of a copyright': [
    'a mean of 103175.15463917515 and 6543.043648333333',
    'closes owner/project.js#1836',
    'upstream-name: gzip',
    'Copyright 1991-1998, Thomas G. Lane',
  ],
  'figures in a row': [
    '10 20 30 40 50 60 70 80 90 100',
    '2013 2014 2015 2016 2017',
    '138,0013,8000',
    '1419 799 2215 696 40',
  ],
};

describe('what only looks like personal data passes', () => {
  it.each(Object.entries(innocent).flatMap(([kind, bodies]) => bodies.map((body) => [kind, body])))(
    '%s: %s',
    (_, body) => {
      expect(personalIn(`${body}`)).toEqual([]);
    },
  );
});
