import type { Measure } from '#domain/oversight/measure.js';
import type { ReportRhythm } from '#domain/oversight/report-rhythm.js';

export interface ReportWords {
  locale: string;
  htmlLang: string;
  subject(rhythm: ReportRhythm, period: string): string;
  title: string;
  greeting(name: string): string;
  lead(period: string): string;
  attached: string;
  open: string;
  settings: string;
  clock: Record<'calendar' | 'working', string>;
  asOf(moment: string): string;
  exact: string;
  inexact(error: string): string;
  lagging(seconds: string): string;
  historyBehind: string;
  zone(timeZone: string): string;
  ownZones: string;
  openNow: string;
  noCalendar: string;
  smallN: string;
  all: string;
  measures: Record<Measure, string>;
  means: Record<Measure, string>;
  columns: Record<ReportColumn, string>;
  hours: string;
  days: string;
  of(n: string, of: string): string;
}

export const REPORT_COLUMNS = [
  'department',
  'n',
  'median',
  'p75',
  'p90',
  'p95',
  'mean',
  'within',
  'open',
  'longest',
] as const;
export type ReportColumn = (typeof REPORT_COLUMNS)[number];

export const REPORT_WORDS: Record<'en' | 'zh', ReportWords> = {
  en: {
    locale: 'en-GB',
    htmlLang: 'en',
    subject: (rhythm, period) =>
      `${{ daily: 'Daily', weekly: 'Weekly', monthly: 'Monthly' }[rhythm]} report on response times: ${period}`,
    title: 'Response times',
    greeting: (name) => `Dear ${name},`,
    lead: (period) => `here are the figures of ${period}.`,
    attached: 'Attached: the same by department, as a page to print and as CSV.',
    open: 'Open them at the desk, down to each conversation',
    settings: 'Change or end your reports',
    clock: { calendar: 'Calendar time', working: 'Working time' },
    asOf: (moment) => `With everything until ${moment}.`,
    exact: 'Percentiles are exact.',
    inexact: (error) => `Percentiles are within ± ${error}; counts and means are exact.`,
    lagging: (seconds) => `These figures were ${seconds} s behind.`,
    historyBehind:
      'A calendar or a promised time has changed: what was before was still being measured by it, so these figures still change.',
    zone: (timeZone) => `Days are those of ${timeZone}.`,
    ownZones: 'Days are each department’s own.',
    openNow:
      '“Open” and “longest wait” are those that were still open when this report was made: they are in no percentile yet.',
    noCalendar: 'Working time is only known of departments that have a calendar.',
    smallN: '* Fewer than 20: a percentile of so few is the time of one or two people.',
    all: 'All together',
    measures: {
      acknowledged: 'Acknowledged',
      'first-answer': 'First answer',
      'next-answer': 'Next answer',
      letter: 'Time to letter',
      resolution: 'Resolution',
      reopened: 'Reopened',
      transferred: 'Transferred',
    },
    means: {
      acknowledged: 'From a citizen’s first message until a person first acted.',
      'first-answer': 'From a citizen’s first message to the first answer.',
      'next-answer': 'From a later message of the citizen to the answer to it.',
      letter: 'From the first draft of an open letter to its publication.',
      resolution: 'From a citizen’s first message to the answer or closing with which it stayed done.',
      reopened: 'How often the citizen wrote again after an answer or a closing.',
      transferred: 'How often a conversation was passed on to another department.',
    },
    columns: {
      department: 'Department',
      n: 'n',
      median: 'Median',
      p75: '75th pct.',
      p90: '90th pct.',
      p95: '95th pct.',
      mean: 'Mean',
      within: 'Within deadline',
      open: 'Open',
      longest: 'Longest wait',
    },
    hours: 'h',
    days: 'd',
    of: (n, of) => `(${n} of ${of})`,
  },
  zh: {
    locale: 'zh-CN',
    htmlLang: 'zh-Hans',
    subject: (rhythm, period) => `答复用时${{ daily: '日报', weekly: '周报', monthly: '月报' }[rhythm]}：${period}`,
    title: '答复用时',
    greeting: (name) => `${name}：`,
    lead: (period) => `以下是 ${period} 的统计数据。`,
    attached: '附件为各部门明细：可打印页面及 CSV 文件。',
    open: '在工作台查看，可打开每一件对话',
    settings: '更改或停止定期报告',
    clock: { calendar: '自然时间', working: '工作时间' },
    asOf: (moment) => `包含截至 ${moment} 的全部情况。`,
    exact: '百分位数为精确值。',
    inexact: (error) => `百分位数误差在 ± ${error} 以内；件数与平均值为精确值。`,
    lagging: (seconds) => `数据滞后 ${seconds} 秒。`,
    historyBehind: '工作日历或承诺期限有变更，以往数据当时仍在按新规则重新计算，因此以下数据还会变化。',
    zone: (timeZone) => `日期按 ${timeZone} 时区。`,
    ownZones: '日期按各部门所在时区。',
    openNow: '“未完成”与“最长等待”为生成报告时尚未完成的事项，尚未计入百分位数。',
    noCalendar: '仅设有工作日历的部门可得知工作时间。',
    smallN: '* 不足 20 件：百分位数实为一两个人的用时。',
    all: '合计',
    measures: {
      acknowledged: '受理',
      'first-answer': '首次答复',
      'next-answer': '再次答复',
      letter: '公开信用时',
      resolution: '办结',
      reopened: '重新来信',
      transferred: '转办',
    },
    means: {
      acknowledged: '从来信人第一条消息到工作人员首次处理的时间。',
      'first-answer': '从来信人第一条消息到首次答复的时间。',
      'next-answer': '从来信人后续消息到对其答复的时间。',
      letter: '从公开信起草到发布的时间。',
      resolution: '从来信人第一条消息到最终答复或办结、此后未再来信的时间。',
      reopened: '答复或办结后来信人再次来信的次数。',
      transferred: '对话转至其他部门的次数。',
    },
    columns: {
      department: '部门',
      n: '件数',
      median: '中位数',
      p75: '第 75 百分位',
      p90: '第 90 百分位',
      p95: '第 95 百分位',
      mean: '平均',
      within: '按期办理',
      open: '未完成',
      longest: '最长等待',
    },
    hours: '小时',
    days: '天',
    of: (n, of) => `（${of} 件中 ${n} 件）`,
  },
};
