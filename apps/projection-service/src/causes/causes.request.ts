import { ApiPropertyOptional } from '@nestjs/swagger';
import { IsIn, IsOptional } from 'class-validator';
import { PositionQuery } from '../views/position.request.js';

export const GRAPH_FORMATS = ['json', 'dot', 'svg'] as const;

export type GraphFormat = (typeof GRAPH_FORMATS)[number];

/** `minPosition` is how far the views have to be; events are never behind. */
export class CausesQuery extends PositionQuery {
  @ApiPropertyOptional({
    enum: GRAPH_FORMATS,
    default: 'json',
    description: '`dot` for Graphviz, `svg` as a picture.',
  })
  @IsOptional()
  @IsIn(GRAPH_FORMATS)
  format: GraphFormat = 'json';
}
