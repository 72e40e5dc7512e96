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

const PHONE = /^\+?\d[\d -]{3,18}\d$/;
const EMAIL = /^[^\s@]+@[^\s@]+\.[^\s@]+$/;

/** What is wrong with an address for its channel; null when nothing is. */
export function addressProblem(channel: ContactChannel, address: string): string | null {
  switch (channel) {
    case 'phone':
    case 'sms':
      return PHONE.test(address)
        ? null
        : 'must be a telephone number: digits, with spaces, hyphens or a leading + if you like';
    case 'email':
      return EMAIL.test(address) ? null : 'must be an e-mail address';
    case 'wecom':
    case 'dingtalk':
    case 'feishu':
    case 'webhook':
      return address.trim() === '' ? 'must not be blank' : null;
    case 'app':
      return null;
  }
}
