import { Matches } from 'class-validator';
import { IsText } from '#platform';
import { NAME, NAME_MESSAGE } from './keys.request.js';

export class SignInRequest {
  @Matches(NAME, NAME_MESSAGE)
  person!: string;

  @IsText(1, 256)
  password!: string;

  /** Six digits of the authenticator, or a recovery code. */
  @IsText(6, 32)
  code!: string;
}

export class EnrolmentRequest {
  @IsText(1, 128)
  invitation!: string;

  /** NIST SP 800-63B: length is what counts. */
  @IsText(12, 256)
  password!: string;
}
