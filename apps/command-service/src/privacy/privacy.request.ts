import { ApiProperty } from '@nestjs/swagger';
import { IsId, IsText } from '#platform';

export class SubjectParams {
  /** The client's own id of its customer. */
  @ApiProperty({ example: 'customer-77' })
  @IsId(1, 128)
  customerId!: string;
}

export class SubjectQuery {
  /** Whose customer it is: two clients may use one id for two people. */
  @ApiProperty({ example: 'shop' })
  @IsId(1, 64)
  client!: string;
}

export class ErasureRequest extends SubjectQuery {
  /** Why, for who checks on erasures; it is kept. No personal data. */
  @ApiProperty({ minLength: 3, maxLength: 500 })
  @IsText(3, 500)
  reason!: string;
}
