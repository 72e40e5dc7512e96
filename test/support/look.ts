import type { BrowserContextOptions } from 'playwright-core';
import { PHONE } from './studio.js';

/** A way in which a page can be looked at. */
export interface Look {
  readonly name: string;
  readonly language: 'zh' | 'en';
  readonly isPhone: boolean;
  readonly options: BrowserContextOptions;
}

const DESKTOP: BrowserContextOptions = { viewport: { width: 1280, height: 800 } };

const both = [true, false];

/** Both languages, day and night, at a desk and on a phone. */
export const LOOKS: readonly Look[] = both.flatMap((isChinese) =>
  both.flatMap((isDay) =>
    both.map((isPhone) => ({
      name: [
        isChinese ? 'Chinese' : 'English',
        isDay ? 'by day' : 'by night',
        isPhone ? 'on a phone' : 'at a desk',
      ].join(', '),
      language: isChinese ? 'zh' : 'en',
      isPhone,
      options: {
        ...(isPhone ? PHONE : DESKTOP),
        locale: isChinese ? 'zh-CN' : 'en-GB',
        colorScheme: isDay ? 'light' : 'dark',
      },
    })),
  ),
);
