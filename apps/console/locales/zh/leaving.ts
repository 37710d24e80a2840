export const leaving = {
  title: '有内容尚未保存',
  text_other: '有 {{count}} 段文字只保存在这台电脑上。现在退出，这些文字会被清除，无法找回。',
  kinds: {
    reply: '未发送的回复',
    note: '未提交的备注',
    letter: '公开信',
    policy: '尚未生效的办理时限',
    screening: '尚未应用的筛查规则',
    calendar: '尚未保存的日历',
  },
  open: '前往查看',
  retry: '保存并退出',
  stay: '暂不退出',
  lose_other: '退出并放弃这些内容',
};
