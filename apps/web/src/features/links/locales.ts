export const zh = {
  brand: '明辨',
  loading: '正在载入',
  retry: '再试一次',
} as const;

export const en: Record<keyof typeof zh, string> = {
  brand: 'Mingbian',
  loading: 'Loading',
  retry: 'Try again',
};
