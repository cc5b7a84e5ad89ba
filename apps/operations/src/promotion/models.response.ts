import { ApiProperty } from '@nestjs/swagger';
import type { ModelState } from '#fraud';

export class ModelRefResponse {
  @ApiProperty({ example: '2026-11' })
  version!: string;

  /** SHA-256 over the artefacts that decide a score. */
  modelHash!: string;
}

export class ModelsResponse {
  /** Whose score decides; null until a model was promoted or one has scored. */
  champion!: ModelRefResponse | null;

  /** registry: none was promoted yet, and this is the model of the last score. */
  championBy!: 'promotion' | 'registry' | null;

  challenger!: ModelRefResponse | null;

  @ApiProperty({ type: 'object', additionalProperties: true })
  comparison!: object | null;

  @ApiProperty({ type: 'object', additionalProperties: true })
  request!: object | null;

  /** Earlier champions, the last one first. */
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
