import { ApiProperty } from '@nestjs/swagger';
import { MovementResponse } from '../journal/journal.response.js';

const AGES = ['0-1', '1-7', '7-30', '30+'] as const;

/** One account in one currency. Debits are positive, credits negative, as in the journal. */
export class AccountMonth {
  @ApiProperty({ example: 'merchant:m-1:payable' })
  account!: string;

  @ApiProperty({ example: 'EUR' })
  currency!: string;

  /** Minor units, as digits: before the month. */
  opening!: string;

  /** By type of event; with `opening` they come to `closing`. */
  @ApiProperty({ type: [MovementResponse] })
  movements!: MovementResponse[];

  /** Minor units, as digits: at its end. */
  closing!: string;
}

/** What a provider kept of the payments of a merchant. */
export class MerchantFees {
  @ApiProperty({ example: 'fees:stripe' })
  account!: string;

  @ApiProperty({ example: 'EUR' })
  currency!: string;

  /** Minor units, as digits; negative where more came back. */
  amount!: string;
}

export class DayVolume {
  @ApiProperty({ example: '2026-11-21' })
  day!: string;

  @ApiProperty({ example: 'EUR' })
  currency!: string;

  /** Minor units, as digits. */
  captured!: string;
}

export class StatusCount {
  @ApiProperty({ example: 'captured' })
  status!: string;

  count!: number;
}

/** Payments that were initiated in the month, by where they stand now. */
export class StatementPayments {
  initiated!: number;

  @ApiProperty({ type: [StatusCount] })
  byStatus!: StatusCount[];

  /** Authorised among those that were authorised or refused, 0 to 1; null when none was. */
  successRate!: number | null;
}

/** Movements that both books do not agree on, or that the provider has not reported yet. */
export class OpenItems {
  @ApiProperty({ example: 'missing-at-provider' })
  status!: string;

  /** Days since the money moved. */
  @ApiProperty({ enum: AGES })
  days!: (typeof AGES)[number];

  count!: number;
}

/** A month of one merchant, or of one provider. */
export class MonthlyStatementResponse {
  @ApiProperty({ example: '2026-11' })
  period!: string;

  merchantId!: string | null;

  provider!: string | null;

  /** Whether the month is closed: what comes later is in a statement of now all the same. */
  closed!: boolean;

  /** The first is the balance that the statement explains: of the merchant, or of the provider. */
  @ApiProperty({ type: [AccountMonth] })
  accounts!: AccountMonth[];

  /** Of a merchant; empty for a provider, whose fees are an account above. */
  @ApiProperty({ type: [MerchantFees] })
  fees!: MerchantFees[];

  /** What was captured each day. */
  @ApiProperty({ type: [DayVolume] })
  days!: DayVolume[];

  @ApiProperty({ type: StatementPayments })
  payments!: StatementPayments;

  @ApiProperty({ type: [OpenItems] })
  openItems!: OpenItems[];

  /** How far the journal is. */
  @ApiProperty({ example: '1042/1042' })
  position!: string;
}
