import { ApiProperty } from '@nestjs/swagger';
import type { ModelState } from '#fraud';

export class ModelRefResponse {
  @ApiProperty({ example: '2026-11' })
  version!: string;

  @ApiProperty({ description: 'SHA-256 over the artefacts that decide a score.' })
  modelHash!: string;
}

export class ModelsResponse {
  @ApiProperty({
    type: ModelRefResponse,
    nullable: true,
    description: 'Null until a model was promoted: the registry’s own champion decides.',
  })
  champion!: ModelRefResponse | null;

  @ApiProperty({ type: ModelRefResponse, nullable: true })
  challenger!: ModelRefResponse | null;

  @ApiProperty({ type: 'object', nullable: true, additionalProperties: true })
  comparison!: object | null;

  @ApiProperty({ type: 'object', nullable: true, additionalProperties: true })
  request!: object | null;

  @ApiProperty({ type: [ModelRefResponse], description: 'Earlier champions, the last one first.' })
  earlier!: ModelRefResponse[];
}

export function modelsResponse(state: ModelState): ModelsResponse {
  const { champion, challenger, comparison, request, earlier } = state;
  return { champion, challenger, comparison, request, earlier: [...earlier] };
}
