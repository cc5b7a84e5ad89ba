import { Controller, Get, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { Roles } from '../keys/guard.js';
import { Metrics } from '../metrics/metrics.js';

type Reply = { header(name: string, value: string): { send(body: string): void } };

/** For Prometheus, which sends a bearer key when it is told to. */
@ApiExcludeController()
@Roles('operator')
@Controller('metrics')
export class MetricsController {
  constructor(private readonly metrics: Metrics) {}

  @Get()
  async read(@Res() reply: Reply): Promise<void> {
    reply.header('content-type', this.metrics.contentType).send(await this.metrics.text());
  }
}
