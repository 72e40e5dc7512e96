import { Text } from '#platform';

export class SignInBody {
  @Text({ max: 100 })
  username: string;

  @Text({ max: 400 })
  password: string;
}
