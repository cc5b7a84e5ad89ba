import { Body, Controller, Get, Param, Put } from '@nestjs/common';
import { ApiBearerAuth, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Caller, personOf, Problem, Roles } from '#platform';
import { CsvMappingRequest, MAPPING_NAME, mappingOf } from './imports.request.js';
import { mappingResponse, SavedMappingResponse } from './imports.response.js';
import { StatementMappings } from './statement-mappings.js';

@ApiTags('import-mappings')
@ApiBearerAuth()
@Controller('v1/import-mappings')
export class ImportMappingsController {
  constructor(private readonly mappings: StatementMappings) {}

  @Get()
  @Roles('operator', 'reconciler', 'auditor')
  @ApiOperation({ summary: 'Mappings of banks’ CSV files, each in its last version' })
  @ApiOkResponse({ type: [SavedMappingResponse] })
  async list(): Promise<SavedMappingResponse[]> {
    return (await this.mappings.all()).map(mappingResponse);
  }

  @Put(':name')
  @Roles('operator', 'reconciler')
  @ApiOperation({ summary: 'Saves a mapping; another one by the same name is a new version' })
  @ApiOkResponse({ type: SavedMappingResponse })
  async save(
    @Param('name') name: string,
    @Body() body: CsvMappingRequest,
    @Caller() caller: Caller,
  ): Promise<SavedMappingResponse> {
    if (!MAPPING_NAME.test(name)) {
      const message = 'must be 1 to 64 small letters, digits and dashes';
      throw new Problem('request-invalid', undefined, [{ field: 'name', message }]);
    }
    return mappingResponse(await this.mappings.save(name, mappingOf(body), personOf(caller)));
  }
}
