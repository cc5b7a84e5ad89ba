import { ApiProperty } from '@nestjs/swagger';
import { Matches, registerDecorator } from 'class-validator';
import { isCurrency } from '#money';

export class MoneyRequest {
  /** Minor units as digits: "1050" is 10.50 EUR, 1050 JPY, or 1.050 OMR. */
  @ApiProperty({ example: '1050', pattern: '^(0|[1-9]\\d{0,17})$' })
  @Matches(/^(0|[1-9]\d{0,17})$/, {
    message: 'must be minor units as digits without leading zeros, as in "1050"',
  })
  amount!: string;

  /** ISO 4217. */
  @ApiProperty({ example: 'EUR', pattern: '^[A-Z]{3}$' })
  @IsCurrency()
  currency!: string;
}

function IsCurrency(): PropertyDecorator {
  return (target, property) => {
    registerDecorator({
      name: 'isCurrency',
      target: target.constructor,
      propertyName: String(property),
      validator: {
        validate: isCurrency,
        defaultMessage: () => 'must be an ISO 4217 currency code, as in "EUR"',
      },
    });
  };
}
