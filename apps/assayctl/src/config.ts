import { IsOptional, IsString, MinLength } from 'class-validator';
import { IsServiceUrl } from '#platform';

/** Everything assayctl reads from its environment. Unset: a standalone system on this machine. */
export class Config {
  /** Where command-service is. Unset: the local standalone's, else http://127.0.0.1:3000. */
  @IsOptional()
  @IsServiceUrl()
  ASSAY_URL?: string;

  /** Where projection-service is. Unset: the local standalone's, else http://127.0.0.1:3001. */
  @IsOptional()
  @IsServiceUrl()
  ASSAY_QUERY_URL?: string;

  /** Where operations is. Unset: the local standalone's, else http://127.0.0.1:3003. */
  @IsOptional()
  @IsServiceUrl()
  ASSAY_OPERATIONS_URL?: string;

  /** Where a provider sandbox is, to compare its books too. Unset: the local standalone's. */
  @IsOptional()
  @IsServiceUrl()
  ASSAY_SANDBOX_URL?: string;

  /** Secret. The API key to use. Unset: the local standalone's key for the role. */
  @IsOptional()
  @IsString()
  @MinLength(1)
  ASSAY_API_KEY?: string;

  /** Data folder of the local standalone system. */
  @IsString()
  DATA_DIR = './data';
}
