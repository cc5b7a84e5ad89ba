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
    description: 'Whose score decides; null until a model was promoted or one has scored.',
  })
  champion!: ModelRefResponse | null;

  @ApiProperty({
    enum: ['promotion', 'registry'],
    nullable: true,
    type: String,
    description: 'registry: none was promoted yet, and this is the model of the last score.',
  })
  championBy!: 'promotion' | 'registry' | null;

  @ApiProperty({ type: ModelRefResponse, nullable: true })
  challenger!: ModelRefResponse | null;

  @ApiProperty({ type: 'object', nullable: true, additionalProperties: true })
  comparison!: object | null;

  @ApiProperty({ type: 'object', nullable: true, additionalProperties: true })
  request!: object | null;

  @ApiProperty({ type: [ModelRefResponse], description: 'Earlier champions, the last one first.' })
  earlier!: ModelRefResponse[];
}

/** @param scored the model of the last score in the ledger. */
export function modelsResponse(
  { champion: promoted, challenger, comparison, request, earlier }: ModelState,
  scored: ModelRefResponse | null,
): ModelsResponse {
  const champion = promoted ?? scored;
  const championBy = promoted ? 'promotion' : scored && 'registry';
  return { champion, championBy, challenger, comparison, request, earlier: [...earlier] };
}
