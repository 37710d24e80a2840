import type { NotificationKind } from '#domain/notifications/notification-kinds.js';

export type DigestLanguage = 'en' | 'zh';

interface DigestWords {
  locale: string;
  htmlLang: string;
  subject(count: number): string;
  greeting(name: string): string;
  lead(count: number): string;
  more(count: number): string;
  open: string;
  settings: string;
  kinds: Record<NotificationKind, (name: string | null) => string>;
  times(count: number): string;
}

/** A colleague's name may stand in a mail; a citizen's name and words may not. */
export const DIGEST_WORDS: Record<DigestLanguage, DigestWords> = {
  en: {
    locale: 'en-GB',
    htmlLang: 'en',
    subject: (count) =>
      count === 1 ? 'Something waits for you at the desk' : `${count} things wait for you at the desk`,
    greeting: (name) => `Dear ${name},`,
    lead: (count) =>
      count === 1
        ? 'since you were last at the desk:'
        : `since you were last at the desk there are ${count} things that you have not seen:`,
    more: (count) => `and ${count} more`,
    open: 'All of them',
    settings: 'How often such mails come, or none any more',
    kinds: {
      mentioned: (name) => (name ? `${name} mentioned you` : 'You were mentioned'),
      escalated: () => 'Nobody has taken it in time',
      'reply-stuck': () => 'A reply cannot leave',
      'deadline-passed': () => 'Its deadline has passed',
      'deadline-near': () => 'Its deadline is coming near',
      'citizen-wrote': () => 'The citizen has written again',
      assigned: (name) => (name ? `${name} gave it to you` : 'It was given to you'),
      'stand-in': () => 'It came to you as a stand-in',
      taken: (name) => (name ? `${name} took it from you` : 'It is no longer with you'),
      merged: (name) => (name ? `${name} merged it` : 'It was merged'),
      'bulk-finished': () => 'Your bulk act is finished',
    },
    times: (count) => `${count} times`,
  },
  zh: {
    locale: 'zh-CN',
    htmlLang: 'zh-Hans',
    subject: (count) => `工作台有 ${count} 条消息等您查看`,
    greeting: (name) => `${name}：`,
    lead: (count) => `您上次离开工作台以后，有 ${count} 条消息尚未查看：`,
    more: (count) => `另有 ${count} 条`,
    open: '查看全部',
    settings: '设置或停用此类邮件',
    kinds: {
      mentioned: (name) => (name ? `${name} 提到了您` : '有人提到了您'),
      escalated: () => '超时无人受理',
      'reply-stuck': () => '有一条回复无法发出',
      'deadline-passed': () => '已超过办理期限',
      'deadline-near': () => '办理期限临近',
      'citizen-wrote': () => '来信人再次来信',
      assigned: (name) => (name ? `${name} 分派给您` : '已分派给您'),
      'stand-in': () => '作为代理人转交给您',
      taken: (name) => (name ? `${name} 已接手您的对话` : '已不再由您办理'),
      merged: (name) => (name ? `${name} 已将其合并` : '已被合并'),
      'bulk-finished': () => '您的批量操作已完成',
    },
    times: (count) => `${count} 次`,
  },
};
