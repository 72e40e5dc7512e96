import { hashOf } from '#platform';
import type { Clarification, KeptClarification } from '../clarifications/clarification.js';

type Told = Pick<
  KeptClarification,
  'title' | 'claim' | 'verdict' | 'answer' | 'evidence' | 'links' | 'issuedBy'
>;

/** Whether a file says what the library says already. */
export const isUnchanged = (known: Clarification, told: KeptClarification): boolean =>
  hashOf(toldBy(known)) === hashOf(toldBy(told));

const toldBy = ({ title, claim, verdict, answer, evidence, links, issuedBy }: Told) => ({
  ...{ title, claim, verdict, answer, issuedBy },
  evidence: evidence.map(({ text, url }) => ({ text, url })),
  links: links.map(({ channel, url }) => ({ channel, url })),
});
