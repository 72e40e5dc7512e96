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

const look = (language: 'zh' | 'en', time: 'day' | 'night', at: 'desk' | 'phone'): Look => ({
  name: `${language === 'zh' ? 'Chinese' : 'English'}, by ${time}, ${at === 'phone' ? 'on a phone' : 'at a desk'}`,
  language,
  isPhone: at === 'phone',
  options: {
    ...(at === 'phone' ? PHONE : DESKTOP),
    locale: language === 'zh' ? 'zh-CN' : 'en-GB',
    colorScheme: time === 'day' ? 'light' : 'dark',
  },
});

/**
 * Both languages, day and night, at a desk and on a phone: every pair of these is there (an orthogonal array of
 * strength two), in half as many looks as there are combinations. A fault of all three together is one that the
 * choice of colours, of words and of layout would have to make in common, and they know nothing of each other.
 */
export const LOOKS: readonly Look[] = [
  look('zh', 'day', 'desk'),
  look('zh', 'night', 'phone'),
  look('en', 'day', 'phone'),
  look('en', 'night', 'desk'),
];
