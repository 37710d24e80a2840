import type { WrittenNumber } from './number-groups.js';

const CONTEXT = 24;

/** What stands just before the number. */
export function before({ text, start }: WrittenNumber): string {
  return text.slice(Math.max(0, start - CONTEXT), start);
}

/** What stands just after it. */
export function after({ text, end }: WrittenNumber): string {
  return text.slice(end, end + CONTEXT);
}

/** Between the label and the number: `订单号为：`, `order number is #`. */
const FILLER = '(?:[\\s:#()\\[\\]《》「」“”"是为]|号码|编码|号|no\\.?|number|id|is){0,6}';
const PAPERWORK = new RegExp(
  '(?:订单|单号|运单|编号|案号|文号|字号|流水|受理|工单|合同|发票|档案|票号|户号|用户号|学号|考号|考证|许可|执照|批准文|证书|' +
    'imei|isbn|order|invoice|case|ticket|tracking|serial|reference|ref\\.?|contract|parcel)' +
    `${FILLER}$`,
);
const HASH = /#\s?$/;

/** The number is that of an order, a case, a contract: of a thing, not of a person. */
export function namesPaperwork(number: WrittenNumber): boolean {
  return PAPERWORK.test(before(number)) || HASH.test(before(number));
}

const LETTERS_BEFORE = /\p{Script=Latin}+$/u;
const CONTACT_LABEL = /^(?:tel|telephone|phone|mobile|mob|cell|call|whatsapp|wechat|weixin|wx|vx|v|qq|no|hp|m|t|p)$/;

/** `SF13800138000` is a parcel, `tel13800138000` is not. */
export function isGluedToLetters(number: WrittenNumber): boolean {
  const letters = LETTERS_BEFORE.exec(before(number))?.[0];
  return letters !== undefined && !CONTACT_LABEL.test(letters);
}

const UNIT_AFTER = /^\s?(?:元|万元|亿|块钱|平方|吨|度电|%|m2|㎡|yuan\b|rmb\b|usd\b|cny\b)/;
const DECIMALS_AFTER = /^\.\d{1,2}(?!\d)/;
const CURRENCY_BEFORE = /(?:[¥$€£]|rmb|cny|usd)\s?$/;
const DECIMAL_BEFORE = /(?:(?:^|\D)0|\d{3})\.$/;

/** Money, areas, shares. */
export function isAmount(number: WrittenNumber): boolean {
  const [left, right] = [before(number), after(number)];
  return (
    UNIT_AFTER.test(right) || DECIMALS_AFTER.test(right) || CURRENCY_BEFORE.test(left) || DECIMAL_BEFORE.test(left)
  );
}

const FIGURE_BEFORE = /(?<!\d)\d{1,5}[ \t]$/;
const FIGURE_AFTER = /^[ \t]\d{1,5}(?!\d)/;

/** One of many short figures in a row, as a table has them. */
export function isInRowOfFigures(number: WrittenNumber): boolean {
  return FIGURE_BEFORE.test(before(number)) || FIGURE_AFTER.test(after(number));
}
