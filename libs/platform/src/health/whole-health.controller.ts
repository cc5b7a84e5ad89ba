import { Controller, Get } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { Roles } from '../keys/guard.js';
import { Health, type WholeReport } from './health.js';
import { ServiceVersion, type Version } from './service-version.js';

/** What operators look at: it answers 200 also where the process is not ready, and says so. */
@ApiExcludeController()
@Roles('operator', 'auditor')
@Controller('health')
export class WholeHealthController {
  constructor(
    private readonly health: Health,
    private readonly own: ServiceVersion,
  ) {}

  @Get()
  async whole(): Promise<Version & WholeReport> {
    return { ...this.own.answer, ...(await this.health.whole()) };
  }
}
