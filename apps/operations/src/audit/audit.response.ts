import { ApiProperty } from '@nestjs/swagger';

export class AuditKeyResponse {
  @ApiProperty({
    description: 'As c2sp.org/signed-note writes it: name, hash and Ed25519 key.',
    example: 'assay/5f2a9c1e00d4b7a3+8f3c1d2e+ATbVyH5r4wFmQ9Zt2uJkX0nLsOa8cPeDgiU3vRqB1xYz',
  })
  key!: string;

  /** Whether heads are signed with it now. */
  signsNow!: boolean;
}

export class CheckpointResponse {
  /** The log's name. */
  origin!: string;

  /** How many events it is about: the first so many in log order. */
  @ApiProperty({ type: 'integer' })
  size!: number;

  @ApiProperty({ format: 'byte', description: 'The root of their Merkle tree (RFC 9162).' })
  rootHash!: string;

  @ApiProperty({ format: 'date-time' })
  signedAt!: string;

  /** The signed note (c2sp.org/tlog-checkpoint), as it was signed. */
  note!: string;
}

export class CheckpointsResponse {
  /** The latest first. */
  items!: CheckpointResponse[];

  @ApiProperty({ type: 'string', nullable: true })
  nextCursor!: string | null;
}

export class AuditStatusResponse {
  origin!: string;

  /** Events in the tree. */
  @ApiProperty({ type: 'integer' })
  leaves!: number;

  @ApiProperty({
    type: 'string',
    format: 'date-time',
    nullable: true,
    description: 'When the event store was last read to its end.',
  })
  readToEndAt!: string | null;

  @ApiProperty({ type: CheckpointResponse, nullable: true })
  lastHead!: CheckpointResponse | null;

  @ApiProperty({ type: 'string', nullable: true, description: 'Why it does not go on now.' })
  trouble!: string | null;

  @ApiProperty({
    type: 'string',
    nullable: true,
    description: 'What shows that the event store was changed. Null: nothing does.',
  })
  finding!: string | null;
}

export class InclusionResponse {
  /** The event's leaf, from 0. */
  @ApiProperty({ type: 'integer' })
  index!: number;

  @ApiProperty({ type: 'integer' })
  size!: number;

  /** Of the event's store, commit/prepare. */
  @ApiProperty({ example: '1042/1042' })
  position!: string;

  @ApiProperty({ format: 'byte' })
  leafHash!: string;

  @ApiProperty({ format: 'byte' })
  rootHash!: string;

  @ApiProperty({ type: 'array', items: { type: 'string', format: 'byte' } })
  hashes!: string[];
}

/** An event byte for byte as its leaf is hashed; numbers are digits. */
export class StoredEventResponse {
  stream!: string;

  revision!: string;

  @ApiProperty({ format: 'uuid' })
  id!: string;

  type!: string;

  contentType!: string;

  @ApiProperty({ description: 'When the store wrote it, in units of 100 ns since 1970.' })
  createdTicks!: string;

  commit!: string;

  prepare!: string;

  @ApiProperty({ format: 'byte' })
  data!: string;

  @ApiProperty({ format: 'byte' })
  metadata!: string;
}

/** All that is needed to check one event with nothing but the log's key. */
export class EvidenceResponse {
  event!: StoredEventResponse;

  inclusion!: InclusionResponse;

  head!: CheckpointResponse;
}

export class ConsistencyResponse {
  @ApiProperty({ type: 'integer' })
  from!: number;

  @ApiProperty({ type: 'integer' })
  to!: number;

  @ApiProperty({ format: 'byte' })
  fromRootHash!: string;

  @ApiProperty({ format: 'byte' })
  toRootHash!: string;

  @ApiProperty({ type: 'array', items: { type: 'string', format: 'byte' } })
  hashes!: string[];
}

export class LeavesResponse {
  @ApiProperty({ type: 'integer' })
  from!: number;

  /** How many leaves the tree has. */
  @ApiProperty({ type: 'integer' })
  size!: number;

  @ApiProperty({ type: 'array', items: { type: 'string', format: 'byte' } })
  hashes!: string[];
}
