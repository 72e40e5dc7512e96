import { ProblemError } from '#platform';
import { addressProblem } from '../core/contacts.js';
import type { AddressProblem, Contact } from '../core/contacts.js';
import type { Locale } from '../core/locales.js';

/** Asks whoever knows how messages leave the house: identity knows no robot. */
export abstract class ContactRules {
  /** Why this contact cannot be right in this office; null when nothing speaks against it. */
  abstract problemOf(contact: Contact): AddressProblem | null;
}

/** Throws 422 with every contact that cannot be right, at its field, in the reader's language. */
export function refuseImpossibleContacts(
  contacts: readonly Contact[],
  rules: ContactRules,
  locale: Locale,
): void {
  const errors = contacts.flatMap((contact, index) => {
    const problem = addressProblem(contact.channel, contact.address) ?? rules.problemOf(contact);
    return problem === null
      ? []
      : [{ path: `contacts.${String(index)}.address`, message: problem[locale] }];
  });
  if (errors.length === 0) return;
  const detail = errors.map(({ message }) => message).join(locale === 'zh' ? '；' : '; ');
  throw new ProblemError(422, 'user.contacts', detail, { errors });
}
