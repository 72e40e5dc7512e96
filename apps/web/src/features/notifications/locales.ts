export const zh = {
  title: '通知',
  lead_one: '{{count}} 条未读',
  lead_other: '{{count}} 条未读',
  'lead.none': '都已读过',
  'empty.title': '还没有通知',
  'empty.body': '有事项升级到您、需要您会签或由您承办时，会出现在这里。',
  unread: '未读',
  readAll: '全部标为已读',
  list: '通知列表',
  sentence: '{{topic}}：{{about}}',
  'topic.escalation': '升级，等您签收',
  'topic.deadline-warning': '即将超时',
  'topic.deadline-breach': '已超时',
  'topic.other': '有新动态',
} as const;

export const en: Record<keyof typeof zh, string> = {
  title: 'Notifications',
  lead_one: '{{count}} unread',
  lead_other: '{{count}} unread',
  'lead.none': 'All read',
  'empty.title': 'No notifications yet',
  'empty.body':
    'When a matter is escalated to you, or waits for your concurrence or your work, it appears here.',
  unread: 'Unread',
  readAll: 'Mark all as read',
  list: 'Notifications',
  sentence: '{{topic}}: {{about}}',
  'topic.escalation': 'Escalated, waits for your acknowledgement',
  'topic.deadline-warning': 'Due soon',
  'topic.deadline-breach': 'Overdue',
  'topic.other': 'Something new',
};
