import type { Detector } from '../finding.js';
import { accounts } from './account.js';
import { bankCard, namedBankCard } from './bank-card.js';
import { email } from './email.js';
import { idCard, namedIdCard } from './id-card.js';
import { abroad, landline, localLine } from './landline.js';
import { mention } from './mention.js';
import { mobile, speltMobile } from './mobile.js';
import { namedPassport, passport } from './passport.js';
import { plate } from './plate.js';
import { mentionInUrl, phoneInUrl, profileInUrl } from './url-value.js';

/**
 * In order of trust: a checksum before a length, a whole address before the telephone number in it, a
 * telephone number before the account that shares it, and the greedy `@name` last.
 */
export const DETECTORS: readonly Detector[] = [
  email,
  idCard,
  namedIdCard,
  bankCard,
  namedBankCard,
  profileInUrl,
  mentionInUrl,
  phoneInUrl,
  mobile,
  speltMobile,
  landline,
  namedPassport,
  abroad,
  localLine,
  passport,
  plate,
  ...accounts,
  mention,
];
