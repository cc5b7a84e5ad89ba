import { Controller, Get, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { Public } from '../keys/api-keys.js';
import { Health } from './health.js';

type Reply = { status(code: number): { send(body: unknown): void } };

@ApiExcludeController()
@Public()
@Controller('health')
export class HealthController {
  constructor(private readonly health: Health) {}

  @Get('live')
  live(): { status: 'live' } {
    return { status: 'live' };
  }

  @Get('ready')
  async ready(@Res() reply: Reply): Promise<void> {
    const report = await this.health.report();
    reply.status(report.status === 'ready' ? 200 : 503).send(report);
  }
}
