import { ApiProperty } from '@nestjs/swagger';
import { WordsView } from '#platform';

export const LINK_STATES = ['valid', 'used', 'expired', 'over'] as const;
export type LinkState = (typeof LINK_STATES)[number];

export class AckEscalationView {
  clock: string;

  title: WordsView;

  /** The last step taken; 0 before the first. */
  step: number;

  @ApiProperty({ format: 'date-time' })
  startedAt: string;
}

export class AckSubjectView {
  number: string;

  title: string;
}

export class AckUserView {
  name: string;
}

/** What a link of a message would acknowledge, and in whose name. */
export class AckLinkView {
  /** `over`: somebody else has taken it, or the matter is done. */
  @ApiProperty({ enum: LINK_STATES, enumName: 'AckLinkState' })
  state: LinkState;

  escalation: AckEscalationView;

  subject: AckSubjectView;

  user: AckUserView;

  @ApiProperty({ format: 'date-time' })
  expiresAt: string;
}

export class AcknowledgedView {
  @ApiProperty({ format: 'date-time' })
  acknowledgedAt: string;
}
