import { Controller, Get, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { Public } from '#platform';
import { PAGE, PAGE_POLICY } from './page.js';

type Reply = { header(name: string, value: string): Reply; send(body: string): void };

/** The page holds no data of its own: it asks for a key and then queries like any client. */
@ApiExcludeController()
@Public()
@Controller()
export class PageController {
  @Get()
  page(@Res() reply: Reply): void {
    reply
      .header('content-type', 'text/html; charset=utf-8')
      .header('content-security-policy', PAGE_POLICY)
      .send(PAGE);
  }
}
