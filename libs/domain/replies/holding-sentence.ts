export interface Holding {
  until: Date;
  reason: string;
}

const LOCALES = { en: 'en-GB', zh: 'zh-CN' } as const;
/** What stands at the end of a reason already is not said twice. */
const FULL_STOP = /[.。!！?？]$/u;

/** What the citizen reads of a holding reply beside its words: one sentence, in their language, with the day of the department. */
export function holdingSentence({ until, reason }: Holding, view: { language: 'en' | 'zh'; timeZone: string }): string {
  const day = new Intl.DateTimeFormat(LOCALES[view.language], { dateStyle: 'long', timeZone: view.timeZone }).format(
    until,
  );
  const why = reason.trim();
  if (view.language === 'zh')
    return `我们需要更多时间，最迟于${day}答复，原因：${why}${FULL_STOP.test(why) ? '' : '。'}`;
  return `We need until ${day}, because ${why}${FULL_STOP.test(why) ? '' : '.'}`;
}

/** Everything that goes out on the citizen's channel. */
export function textOnChannel(
  { body, holding }: { body: string; holding: Holding | null },
  { language, timeZone }: { language: string; timeZone: string },
): string {
  if (!holding) return body;
  const sentence = holdingSentence(holding, {
    language: language.toLowerCase().startsWith('zh') ? 'zh' : 'en',
    timeZone,
  });
  return [sentence, body].filter((text) => text !== '').join('\n\n');
}
