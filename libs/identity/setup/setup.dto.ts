import { Matches } from 'class-validator';
import { Text } from '#platform';
import { NAME_MAX, USERNAME, USERNAME_RULE } from '../core/user-rules.js';
import { NewPassword } from '../users/new-password.js';

export class SetupQuery {
  /** The token of the link. */
  @Text({ max: 200 })
  token: string;
}

export class SetupBody {
  /** The token of the link. */
  @Text({ max: 200 })
  token: string;

  /** What you sign in with. Upper and lower case are the same. */
  @Text({ min: 2, max: 40 })
  @Matches(USERNAME, { message: USERNAME_RULE.en, context: USERNAME_RULE })
  username: string;

  /** What colleagues call you. */
  @Text({ max: NAME_MAX })
  name: string;

  /** 10 to 200 characters, not the user name, not an obvious one. */
  @NewPassword()
  password: string;
}

export class SetupState {
  /** Whether the link still works. */
  valid: boolean;
}
