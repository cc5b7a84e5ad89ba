import { IsEmpty, IsOptional } from 'class-validator';

/** The body of a command that says everything in its address: `{}`. */
export class NoFieldsRequest {
  /** Never set; a class without any field would accept every field. */
  @IsOptional()
  @IsEmpty()
  readonly nothing?: undefined;
}
