export const report = {
  link: '举报这条消息',
  title: '举报消息',
  message: '消息内容',
  lead: '将由该部门的审核员查看。举报不会公开，也不会告知作者。如有人正面临危险，请立即拨打紧急电话。',
  reason: '问题是什么？',
  reasons: {
    danger: '可能有人处于危险之中',
    'personal-data': '泄露个人信息',
    abuse: '辱骂或威胁他人',
    unlawful: '内容违法',
    spam: '广告或垃圾信息',
    other: '其他问题',
  },
  words: '补充说明（选填）',
  wordsHint: '希望审核员了解的情况，最多 {{limit, number}} 个字符。',
  known: '以后举报时认出我',
  knownHint:
    '将设置一个仅随举报发送、保存一年的 Cookie：以往举报属实的读者，其举报会优先处理。不选则您的多次举报之间没有任何关联。',
  send: '提交举报',
  sent: '感谢您的举报',
  sentText: '审核员会查看这条消息。对同一条消息重复举报不会改变结果。',
  back: '返回对话',
  problem: {
    reason: '请选择消息存在的问题',
    long: '说明最多 {{limit, number}} 个字符，现有 {{length, number}} 个',
  },
};
