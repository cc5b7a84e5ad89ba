import { Controller, Get } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { Public } from '../keys/guard.js';
import { ServiceVersion, type Version } from './service-version.js';

@ApiExcludeController()
@Public()
@Controller('version')
export class VersionController {
  constructor(private readonly own: ServiceVersion) {}

  @Get()
  version(): Version {
    return this.own.answer;
  }
}
