import type { wall as en } from '../en/wall.js';
import type { Translation } from '../en.js';

export const wall: Translation<typeof en> = {
  title: '实时看板',
  everywhere: '全部部门合计',
  departments: '按部门',
  live: '实时',
  notLive: '未实时更新。以下为 {{time}} 的数据。',
  old: '{{seconds}} 秒前',
  longest: '最长：{{duration}}',
  unassigned: '无人负责：{{number}}',
  medianToday: '今日用时中位数',
  medianOf: '首次答复，n = {{number}}',
  page: '第 {{page}} 页，共 {{pages}} 页',
  next: '下一页',
  previous: '上一页',
  pause: '停止翻页',
  turn: '自动翻页',
  fullScreen: '全屏',
  leaveFullScreen: '退出全屏',
  look: '浅色或深色',
  leave: '返回督办页',
};
