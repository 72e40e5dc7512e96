import { defineText } from '../../i18n/define-text';
import * as audit from './audit/locales';
import * as retention from './retention/locales';
import * as shared from './locales';
import * as sources from './sources/locales';
import * as tokens from './tokens/locales';
import * as units from './units/locales';
import * as users from './users/locales';

/** The words of all its pages in one dictionary: an audit entry names fields of users and units. */
export const useText = defineText('admin', {
  zh: {
    ...{ ...shared.zh, ...users.zh, ...units.zh, ...sources.zh },
    ...{ ...tokens.zh, ...audit.zh, ...retention.zh },
  },
  en: {
    ...{ ...shared.en, ...users.en, ...units.en, ...sources.en },
    ...{ ...tokens.en, ...audit.en, ...retention.en },
  },
});
export type AdminText = ReturnType<typeof useText>;
