import { originalSpan, type Span } from '../../folded-text.js';
import type { PhaseFinding, ScreeningPhase } from '../screening.js';

/** Said of oneself, or of somebody by name: a person may have to act within the hour. */
const ACUTE = 0.9;
/** The word without a person: a question about a fence on a bridge, or about help for others. */
const NAMED = 0.4;

/** As a topic: prevention, hotlines, statistics, and a sale at any price. */
const DEED =
  '(?:(?<!防|防止|预防|反)(?:自杀|轻生|自残)(?!干预|预防|防|热线|事件|率|式|案|倾向评估)|跳楼(?!价|甩卖|机)|寻短见|跳河|跳桥|割腕|上吊|喝农药|吞药自尽|一死了之|(?:结束|了结)(?:自己的?)?(?:生命|一生))';

const SELF_HARM = [
  /(?:不想|不愿意?|不打算)(?:再|继续)?活(?:了|下去|着)?/g,
  /活(?:不下去|不成|着(?:真的?)?没(?:有)?(?:意思|意义))/g,
  new RegExp(`(?:我|本人|俺|咱)[^,。!?;\\n]{0,12}(?:想死(?!你|她|他|了你)|${DEED})`, 'g'),
  new RegExp(`(?:准备|打算|想要?|只能|只好|只有|决定|要去?)${DEED}`, 'g'),
  /写(?:好|下)了?遗书|死给你们看|以死(?:抗争|明志|相逼)/g,
  /\b(?:kill(?:ing)? myself|end(?:ing)? (?:my (?:own )?life|it all)|take my own life|hurt(?:ing)? myself|harm(?:ing)? myself|jump off (?:the|a) (?:bridge|roof|building))\b/g,
  /\b(?:i (?:just )?(?:want|wish) (?:to die|i was dead|i were dead)|i (?:do not|don't|no longer) want to (?:live|be alive|go on living)|(?:can't|cannot) go on living|no reason to (?:live|go on))\b/g,
];
const THREAT = [
  /(?:我|老子|俺|咱们?)[^,。!?;\n]{0,10}(?:(?:杀了?|弄死|砍死|捅死|炸死)(?:你|他|她|所有|全家)|炸(?:了|掉)(?:你|政府|大楼|办公|车站)|同归于尽|放火烧了?(?:你|政府|办公)|报复社会|血洗)/g,
  /(?:要|会|就去?|准备|打算)(?:(?:杀了?|弄死|砍死|捅死)(?:你|他|她|全家|人)|炸(?:了|掉)(?:你|政府|大楼|办公|车站)|同归于尽|血洗)/g,
  /\b(?:i(?:'ll| will| am going to|'m going to|'m gonna)|we(?:'ll| will| are going to)) (?:kill (?!time|the lights)|shoot (?!a video|you an email)|stab|bomb|burn down|blow up|murder)/g,
];
const NAMED_ONLY = [/自杀|轻生|自残|自伤|跳楼|跳桥/g, /\b(?:suicid(?:e|al)|self[- ]harm)\b/g];

/**
 * Somebody may be about to hurt themselves or others. Such a message goes to the front, its author is shown the helpline,
 * and no rule of the desk rejects it.
 */
export const dangerToLife: ScreeningPhase = {
  name: 'danger-to-life',
  find: ({ fields }) =>
    fields.flatMap(({ field, folded }) => {
      const found = dangersIn(folded.text.replaceAll('’', "'"));
      return found.map(({ kind, score, start, end }) => ({
        kind,
        field,
        ...originalSpan(folded, { start, end }),
        score,
      }));
    }),
};

type Danger = Span & Required<Pick<PhaseFinding, 'kind' | 'score'>>;

function dangersIn(text: string): Danger[] {
  const acute = [...spansOf(text, SELF_HARM, 'self-harm', ACUTE), ...spansOf(text, THREAT, 'threat-to-life', ACUTE)];
  const named = spansOf(text, NAMED_ONLY, 'self-harm', NAMED).filter(
    (one) => !acute.some((other) => one.start < other.end && other.start < one.end),
  );
  return [...acute, ...named].sort((a, b) => a.start - b.start);
}

/** Of one pattern: a text that is nothing but cries is read after the first few. */
const ENOUGH = 20;

function spansOf(text: string, patterns: readonly RegExp[], kind: string, score: number): Danger[] {
  return patterns.flatMap((pattern) =>
    Array.from(text.matchAll(pattern), ({ 0: words, index: start }) => ({
      ...{ kind, score, start, end: start + words.length },
    })).slice(0, ENOUGH),
  );
}
