import { Body, Controller, Get, HttpCode, Param, Post, Put, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { type Actor, AnyRole, CurrentActor, IdPipe, Role, Roles } from '@qingheng/platform';
import { RunStartedDto } from '../run/run.dto';
import { ChangedFilingDto, FilingDto, FilingPageDto, FilingQuery, NewFilingDto } from './filing.dto';
import { FilingReader } from './filing-view';
import { FilingService } from './filing.service';
import { requireShape } from './input-shape';

export const CURSOR_ID = /^[0-9a-f-]{36}$/;

@ApiTags('filings')
@Controller('filings')
export class FilingController {
  constructor(
    private readonly filings: FilingService,
    private readonly reader: FilingReader,
  ) {}

  @Post()
  @Roles(Role.Filer)
  @ApiOperation({ summary: 'Draft a filing' })
  @ApiCreatedResponse({ type: FilingDto })
  async create(@CurrentActor() actor: Actor, @Body() filed: NewFilingDto): Promise<FilingDto> {
    if (filed.input) requireShape(filed.input);
    return this.reader.one(actor, await this.filings.create(actor, filed));
  }

  @Get()
  @AnyRole()
  @ApiOperation({ summary: 'Filings, newest first' })
  @ApiOkResponse({ type: FilingPageDto })
  list(@CurrentActor() actor: Actor, @Query() query: FilingQuery): Promise<FilingPageDto> {
    const [after] = query.after(CURSOR_ID);
    const { limit, method, status } = query;
    return this.reader.list(actor, { limit, method, after, status: status && [status] });
  }

  @Get(':id')
  @AnyRole()
  @ApiOkResponse({ type: FilingDto })
  one(@CurrentActor() actor: Actor, @Param('id', IdPipe) id: string): Promise<FilingDto> {
    return this.reader.one(actor, id);
  }

  @Put(':id')
  @Roles(Role.Filer)
  @ApiOperation({ summary: 'Save a changed draft; refused on a stale revision' })
  @ApiOkResponse({ type: FilingDto })
  async change(
    @CurrentActor() actor: Actor,
    @Param('id', IdPipe) id: string,
    @Body() changed: ChangedFilingDto,
  ): Promise<FilingDto> {
    requireShape(changed.input);
    await this.filings.change(actor, id, changed);
    return this.reader.one(actor, id);
  }

  @Post(':id/submit')
  @Roles(Role.Filer)
  @HttpCode(202)
  @ApiOperation({ summary: 'Calculate and hand in for review' })
  @ApiCreatedResponse({ type: RunStartedDto })
  async submit(@CurrentActor() actor: Actor, @Param('id', IdPipe) id: string): Promise<RunStartedDto> {
    return { runId: await this.filings.submit(actor, id) };
  }
}
