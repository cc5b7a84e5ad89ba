import { ApiProperty } from '@nestjs/swagger';

/** How many cases each of the usual lists has; every number is that of a list. */
export class CaseCountsResponse {
  /** `status=open` */
  open!: number;

  /** `leasedBy=` the caller */
  mine!: number;

  /** `status=open&assignee=` the caller */
  assigned!: number;

  /** `status=open&dueBefore=` an hour from now; those that are overdue as well. */
  dueSoon!: number;

  /** `status=open&escalated=true` */
  escalated!: number;

  /** `status=snoozed` */
  snoozed!: number;

  /** How far the view is. */
  @ApiProperty({ example: '1042/1042' })
  position!: string;
}
