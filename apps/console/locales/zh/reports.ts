import type { reports as en } from '../en/reports.js';
import type { Translation } from '../en.js';

export const reports: Translation<typeof en> = {
  title: '定期报告',
  lead: '将答复用时的统计数据定期发送至您的邮箱：邮件正文为合计，附件为各部门明细的可打印页面和 CSV 文件。',
  toOversight: '立即查看数据',
  noMail: '本工作台目前不发送邮件。管理员设置邮件服务器之前，报告不会发出。',
  none: '您尚未订阅任何报告。',
  order: '订阅报告',
  submit: '订阅',
  ordered: '已订阅。',
  end: '停止',
  endOne: '停止：{{title}}',
  ended: '已停止，不再发送。',
  rhythm: '频率',
  rhythmNames: { daily: '每日，前一天的数据', weekly: '每周一，上周的数据', monthly: '每月一日，上月的数据' },
  rhythms: {
    daily: '每日 {{hour}}（{{timeZone}}）',
    weekly: '每周一 {{hour}}（{{timeZone}}）',
    monthly: '每月一日 {{hour}}（{{timeZone}}）',
  },
  hour: '发送时间（{{timeZone}}）',
  departments: '部门',
  departmentsHint: '不选择则为发送时您负责督办的全部部门。',
  all: '我负责督办的全部部门',
  noDepartment: '您已不再负责其中任何部门，不会发送',
  measures: '统计指标',
  measuresMissing: '请至少选择一项。',
  next: '下次',
  last: '上次',
  and: '、',
  outcomes: {
    sent: '已于 {{time}} 发送',
    waiting: '邮件服务器尚未接收，将再次尝试',
    'given-up': '已于 {{time}} 放弃：邮件服务器未接收',
    'not-allowed': '{{time}} 未发送：您不负责其中任何部门',
  },
};
