import type { ScreenedMessage, ScreeningPhase } from '../screening.js';

/** Below this it is somebody who is angry or has two links, not somebody who sells. */
const TELLING = 0.4;

const LURES = [
  /加(?:我)?(?:微信|v信|vx|qq|薇信|威信)|(?:微信|vx|qq)(?:号)?[::]?[a-z0-9_-]{5,20}/g,
  /点击(?:链接|领取|下方)|扫码(?:领|加|进群)|免费(?:领|送|赠)|限时(?:优惠|抢购|免费)|日赚|月入(?:过)?万|轻松赚|兼职(?:日结|赚钱)|稳赚|返利|回馈老客户/g,
  /贷款(?:秒批|无抵押|当天放款)|信用卡套现|代(?:开|办)(?:发票|证件|文凭)|博彩|彩票(?:计划|预测)|棋牌|澳门.{0,4}(?:赌场|娱乐)/g,
  /\b(?:click here|act now|limited offer|free (?:gift|trial|money)|make money (?:fast|online)|work from home|100% free|buy now|cheap (?:meds|pills)|crypto investment|guaranteed (?:profit|income)|whatsapp me|telegram (?:channel|group))\b/g,
];
const ADDRESS = /(?:https?:\/\/|www\.)/g;
const SHOUTING = /[A-Z]{4,}/g;
const CLAMOUR = /[!?！？]{3,}|[$€¥￥]{2,}|[★☆◆▲▼●■→↓]{3,}/g;

/** Advertising by its habits: each sign adds a little, none alone is enough. */
export const spam: ScreeningPhase = {
  name: 'spam',
  find: (message) => {
    const score = scoreOf(message);
    if (score < TELLING) return [];
    return [{ kind: 'spam', field: 'body', start: 0, end: message.body.length, score }];
  },
};

function scoreOf({ body, fields }: ScreenedMessage): number {
  const texts = fields.map(({ folded }) => folded.text);
  const times = (pattern: RegExp) => texts.reduce((sum, text) => sum + countOf(text, pattern), 0);
  const lures = LURES.filter((pattern) => times(pattern) > 0).length;
  const score =
    0.35 * lures +
    0.1 * Math.min(3, times(ADDRESS)) +
    0.1 * Math.min(2, times(CLAMOUR)) +
    (shoutingShare(body) > 0.5 ? 0.15 : 0) +
    (repeatedLines(body) > 0.5 ? 0.25 : 0);
  return Math.min(1, Math.round(score * 100) / 100);
}

function countOf(text: string, pattern: RegExp): number {
  return text.match(pattern)?.length ?? 0;
}

/** Of at least 40 letters. */
function shoutingShare(body: string): number {
  const shouted = (body.match(SHOUTING) ?? []).reduce((sum, run) => sum + run.length, 0);
  return shouted < 40 ? 0 : shouted / body.length;
}

/** Of at least four lines, how many say what another one has said. */
function repeatedLines(body: string): number {
  const lines = body
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
  return lines.length < 4 ? 0 : 1 - new Set(lines).size / lines.length;
}
