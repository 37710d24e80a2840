export const replyHints = {
  otherLanguage: '来信为{{message}}，此回复为{{answer}}。',
  languages: { en: '英文', zh: '中文' },
  left_other: '{{channel}}：限 {{limit}} 字，还可输入 {{count}} 字',
  over_other: '{{channel}} 限 {{limit}} 字：超出 {{count}} 字',
};
