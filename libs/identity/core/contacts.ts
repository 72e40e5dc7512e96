import type { Locale } from './locales.js';

/**
 * Ways to reach a person at work, as they are typed. `app` is the product's own notification list and needs no
 * address. Browsers that show notifications are not among them: each signs up by itself.
 */
export const CONTACT_CHANNELS = [
  'app',
  'phone',
  'sms',
  'email',
  'wecom',
  'dingtalk',
  'feishu',
  'webhook',
] as const;

export type ContactChannel = (typeof CONTACT_CHANNELS)[number];

export interface Contact {
  readonly channel: ContactChannel;
  readonly address: string;
}

/** Why an address cannot be right, for its reader. */
export type AddressProblem = Readonly<Record<Locale, string>>;

const NO_PHONE: AddressProblem = {
  zh: '不是电话号码：只能有数字、空格、连字符和开头的加号',
  en: 'must be a telephone number: digits, with spaces, hyphens or a leading + if you like',
};
const NO_EMAIL: AddressProblem = {
  zh: '不是电子邮件地址，请按 name@example.cn 的形式填写',
  en: 'must be an e-mail address, such as name@example.cn',
};
const BLANK: AddressProblem = { zh: '请填写联系方式', en: 'must not be blank' };

const PHONE = /^\+?\d[\d -]{3,18}\d$/;
const EMAIL = /^[^\s@]+@[^\s@]+\.[^\s@]+$/;

/** What is wrong with an address for its channel; null when nothing is. */
export function addressProblem(channel: ContactChannel, address: string): AddressProblem | null {
  switch (channel) {
    case 'phone':
    case 'sms':
      return PHONE.test(address) ? null : NO_PHONE;
    case 'email':
      return EMAIL.test(address) ? null : NO_EMAIL;
    case 'wecom':
    case 'dingtalk':
    case 'feishu':
    case 'webhook':
      return address.trim() === '' ? BLANK : null;
    case 'app':
      return null;
  }
}
