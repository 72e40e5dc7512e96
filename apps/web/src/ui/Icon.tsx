/** The few icons that the shell needs, drawn on a 20-unit grid with one stroke width. */
const PATHS = {
  desk: 'M3 5h14v10H3zM3 9h14M8 9v6',
  list: 'M4 5.5h12M4 10h12M4 14.5h12',
  inbox: 'M3 11l2.500-6.500h9L17 11v5H3zM3 11h4l1.500 2.500h3L13 11h4',
  plus: 'M10 4v12M4 10h12',
  search: 'M9 14.500a5.500 5.500 0 1 0 0-11 5.500 5.500 0 0 0 0 11zM13 13l4 4',
  bell: 'M5 14V9a5 5 0 0 1 10 0v5l1.2 1.5H3.8zM8.5 17.5h3',
  more: 'M4.5 10h.01M10 10h.01M15.5 10h.01',
  close: 'M5 5l10 10M15 5L5 15',
  sound: 'M4 8v4h2.5L10 15V5L6.5 8zM13 7.5a3.5 3.5 0 0 1 0 5M15 5.5a6.5 6.5 0 0 1 0 9',
  quiet: 'M4 8v4h2.5L10 15V5L6.5 8zM13 8l4 4M17 8l-4 4',
  check: 'M4.5 10.5l3.5 3.5 7.5-8',
  person: 'M10 10a3 3 0 1 0 0-6 3 3 0 0 0 0 6zM4 17c.5-3.5 3-5 6-5s5.500 1.500 6 5',
  flow: 'M3.500 4h5v4h-5zM11.500 12h5v4h-5zM6 8v6h5.500',
  rota: 'M3.500 5h13v11.500h-13zM3.500 8.800h13M7 3v3.500M13 3v3.500M8 12.500h4',
  clock: 'M10 3a7 7 0 1 0 0 14 7 7 0 0 0 0-14zM10 6v4l2.5 2',
  pulse: 'M2.500 10h4l2-5.500 3.500 11 2-5.500h3.500',
  settings: 'M4 6h7M15 6h1M4 14h1M9 14h7M13 4.2v3.600M7 12.200v3.600',
  chevron: 'M7 4.500l6 5.500-6 5.500',
  warning: 'M10 3.500l7.500 13h-15zM10 8.500v3.500M10 14.300v.01',
  book: 'M4 4.500h5a1.500 1.500 0 0 1 1 .5 1.500 1.500 0 0 1 1-.5h5v11h-5a1.500 1.500 0 0 0-1 .5 1.500 1.500 0 0 0-1-.5H4zM10 5v11',
  stamp:
    'M8 9.500c-1-2-1.500-3-1.500-4a3.500 3.500 0 0 1 7 0c0 1-.5 2-1.500 4M4.500 13.500v-2a2 2 0 0 1 2-2h7a2 2 0 0 1 2 2v2zM4 16.500h12',
  send: 'M3.500 10L16.500 4l-4 12.500-3.500-5zM9 11.500l7.500-7.500',
  library: 'M4 4v12M7.500 4v12M11 4.500l4.500 11.500',
  flag: 'M5 17V3.500h10l-2.500 4 2.500 4H5',
  link: 'M8.500 11.500l3-3M7.500 9l-2 2a2.500 2.500 0 0 0 3.500 3.500l2-2M12.500 11l2-2A2.500 2.500 0 0 0 11 5.500l-2 2',
} as const;

export type IconName = keyof typeof PATHS;

export function Icon({ name, size = 20 }: { name: IconName; size?: number }) {
  return (
    <svg
      width={size}
      height={size}
      viewBox="0 0 20 20"
      fill="none"
      stroke="currentColor"
      strokeWidth={name === 'more' ? 2.5 : 1.5}
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
      focusable="false"
    >
      <path d={PATHS[name]} />
    </svg>
  );
}
