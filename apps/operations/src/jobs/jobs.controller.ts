import { Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import { ApiBearerAuth, ApiOkResponse, ApiOperation, ApiProperty, ApiTags } from '@nestjs/swagger';
import { Noted, Problem, Roles } from '#platform';
import type { JobEnd, JobRunner } from './job-runner.js';
import { Scheduler } from './scheduler.js';

export class JobResponse {
  @ApiProperty({ example: 'settlement-stripe' })
  name!: string;

  running!: boolean;

  @ApiProperty({ type: String, format: 'date-time' })
  lastStartedAt!: string | null;

  @ApiProperty({ type: 'object', additionalProperties: true })
  lastEnd!: object | null;
}

export class JobEndResponse {
  outcome!: 'finished' | 'failed';

  @ApiProperty({ format: 'uuid' })
  runId!: string;

  /** What it found. */
  @ApiProperty({ type: 'object', additionalProperties: true })
  result!: object;
}

@ApiTags('jobs')
@ApiBearerAuth()
@Controller('v1/jobs')
export class JobsController {
  constructor(private readonly scheduler: Scheduler) {}

  @Get()
  @Roles('operator', 'auditor', 'reconciler')
  @ApiOperation({ summary: 'The jobs and how each last ended' })
  @ApiOkResponse({ type: [JobResponse] })
  jobs(): Promise<JobResponse[]> {
    return Promise.all(this.scheduler.runners.map(jobResponse));
  }

  @Post(':name/run')
  @Noted()
  @HttpCode(200)
  @Roles('operator')
  @ApiOperation({ summary: 'Runs a job now and answers when it has ended' })
  @ApiOkResponse({ type: JobEndResponse })
  async run(@Param('name') name: string): Promise<JobEndResponse> {
    const runner = this.scheduler.runnerOf(name);
    if (!runner) {
      const names = this.scheduler.runners.map(({ job }) => job.name);
      throw new Problem('not-found', `no such job; there are ${names.join(', ')}`);
    }
    return endResponse(await runner.run('request', this.scheduler.stopping));
  }
}

async function jobResponse(runner: JobRunner): Promise<JobResponse> {
  const { lastStartedAt, lastEnd } = await runner.record();
  return {
    name: runner.job.name,
    running: runner.running,
    lastStartedAt: lastStartedAt?.toISOString() ?? null,
    lastEnd: lastEnd && endResponse(lastEnd),
  };
}

function endResponse({ type, data }: JobEnd): JobEndResponse {
  const { runId } = data;
  return type === 'JobFinished'
    ? { outcome: 'finished', runId, result: data.result }
    : { outcome: 'failed', runId, result: { reason: data.reason } };
}
