import { Controller, Get, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { Public } from '../keys/guard.js';
import { Health } from './health.js';

type Reply = {
  header(name: string, value: string): void;
  status(code: number): { send(body: unknown): void };
};

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
    if (report.status !== 'ready') reply.header('retry-after', '1');
    reply.status(report.status === 'ready' ? 200 : 503).send(report);
  }
}
