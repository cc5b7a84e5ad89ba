import { ApiHideProperty } from '@nestjs/swagger';
import { IsEmpty, IsOptional } from 'class-validator';

/** The body of a command that says everything in its address: `{}`. */
export class NoFieldsRequest {
  /** Never set; a class without any field would accept every field. */
  @IsOptional()
  @IsEmpty()
  @ApiHideProperty()
  readonly nothing?: undefined;
}
