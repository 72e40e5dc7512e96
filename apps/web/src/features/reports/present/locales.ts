export const zh = {
  label: '放映：{{title}}',
  previous: '上一节',
  next: '下一节',
  close: '退出放映',
  place: '{{at}} / {{of}}',
  hint: '方向键翻页，Esc 退出',
} as const;

export const en: Record<keyof typeof zh, string> = {
  label: 'Presentation: {{title}}',
  previous: 'Previous',
  next: 'Next',
  close: 'Leave',
  place: '{{at}} / {{of}}',
  hint: 'Arrow keys turn the page, Esc leaves',
};
