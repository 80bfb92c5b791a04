import {
  Body,
  Controller,
  Get,
  Header,
  HttpCode,
  Param,
  Post,
  Query,
  StreamableFile,
  UploadedFile,
  UseInterceptors,
} from '@nestjs/common';
import { FileInterceptor } from '@nestjs/platform-express';
import {
  ApiBody,
  ApiConsumes,
  ApiCreatedResponse,
  ApiExtraModels,
  ApiOkResponse,
  ApiOperation,
  ApiProduces,
  ApiTags,
} from '@nestjs/swagger';
import { type Actor, AnyRole, CurrentActor, IdPipe, refuse as refuseAny, Role, Roles } from '@qingheng/platform';
import { refuseFile } from '../file/file.messages';
import { UPLOAD } from '../file/read-rows';
import { SeeaLayoutsDto, NewSeeaBody, SeeaDto, SeeaLineDto, SeeaPageDto, SeeaQuery, TableQuery } from './account.dto';
import { SeeaReport } from './seea/seea.report';
import { SeeaService } from './seea/seea.service';
import { writeCsv, writeSeea } from './seea/write-seea';

const UUID = /^[0-9a-f-]{36}$/;
const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

@ApiTags('ecoproducts')
@ApiExtraModels(SeeaLineDto)
@Controller('ecoproduct/seea')
export class SeeaController {
  constructor(
    private readonly seea: SeeaService,
    private readonly report: SeeaReport,
  ) {}

  @Post()
  @Roles(Role.Filer)
  @ApiOperation({ summary: 'Take supply and use tables from an issued GEP account, by reference with its hash' })
  @ApiCreatedResponse({ type: SeeaDto })
  create(@CurrentActor() actor: Actor, @Body() body: NewSeeaBody): Promise<SeeaDto> {
    return this.seea.create(actor, body);
  }

  @Get()
  @AnyRole()
  @ApiOkResponse({ type: SeeaPageDto })
  list(@CurrentActor() actor: Actor, @Query() query: SeeaQuery): Promise<SeeaPageDto> {
    const [after] = query.after(UUID);
    return this.seea.list(actor, { after, limit: query.limit });
  }

  @Get('layout')
  @AnyRole()
  @ApiOperation({ summary: 'The tables with their lines and columns in both languages' })
  @ApiOkResponse({ type: SeeaLayoutsDto })
  layout(): SeeaLayoutsDto {
    return { items: this.seea.layout.tables };
  }

  @Get(':id')
  @AnyRole()
  @ApiOkResponse({ type: SeeaDto })
  one(@CurrentActor() actor: Actor, @Param('id', IdPipe) id: string): Promise<SeeaDto> {
    return this.seea.one(actor, id);
  }

  @Post(':id/tables')
  @Roles(Role.Filer)
  @HttpCode(200)
  @UseInterceptors(FileInterceptor('file', UPLOAD))
  @ApiConsumes('multipart/form-data')
  @ApiBody({ schema: { type: 'object', properties: { file: { type: 'string', format: 'binary' } } } })
  @ApiOperation({ summary: 'Import tables from the exported workbook, or one as CSV; all or nothing' })
  @ApiOkResponse({ type: SeeaDto })
  import(
    @CurrentActor() actor: Actor,
    @Param('id', IdPipe) id: string,
    @Query() { table }: TableQuery,
    @UploadedFile() file: { buffer: Buffer } | undefined,
  ): Promise<SeeaDto> {
    if (!file) throw refuseFile('ECO_FILE_MISSING');
    return this.seea.import(actor, id, file.buffer, table);
  }

  @Post(':id/close')
  @Roles(Role.Reviewer, Role.Filer)
  @HttpCode(200)
  @ApiOperation({ summary: 'Close it, by another person than who took it; refused while an identity does not hold' })
  @ApiOkResponse({ type: SeeaDto })
  close(@CurrentActor() actor: Actor, @Param('id', IdPipe) id: string): Promise<SeeaDto> {
    return this.seea.close(actor, id);
  }

  @Get(':id/tables.xlsx')
  @AnyRole()
  @ApiOperation({ summary: 'All tables as a workbook, which can be imported again' })
  @ApiProduces(XLSX)
  async workbook(@CurrentActor() actor: Actor, @Param('id', IdPipe) id: string): Promise<StreamableFile> {
    const { tables, ...head } = await this.seea.one(actor, id);
    return fileOf(await writeSeea(this.seea.layout, head, tables), `SEEA-${head.number}.xlsx`, XLSX);
  }

  @Get(':id/tables/:table')
  @AnyRole()
  @ApiOperation({ summary: 'One table as CSV' })
  @ApiProduces('text/csv')
  async csv(
    @CurrentActor() actor: Actor,
    @Param('id', IdPipe) id: string,
    @Param('table') table: string,
  ): Promise<StreamableFile> {
    const code = table.replace(/\.csv$/, '');
    if (!this.seea.layout.table(code)) throw refuseAny('NOT_FOUND');
    const { tables, number } = await this.seea.one(actor, id);
    return fileOf(
      Buffer.from(writeCsv(this.seea.layout, code, tables)),
      `SEEA-${number}-${code}.csv`,
      'text/csv; charset=utf-8',
    );
  }

  @Get(':id/report')
  @AnyRole()
  @Header('Content-Type', 'text/html; charset=utf-8')
  @ApiOperation({ summary: 'The account as a report to read and print' })
  @ApiProduces('text/html')
  async html(@CurrentActor() actor: Actor, @Param('id', IdPipe) id: string): Promise<string> {
    return this.report.html(await this.seea.one(actor, id));
  }

  @Get(':id/report.pdf')
  @AnyRole()
  @ApiOperation({ summary: 'The same as PDF, where Chromium is installed' })
  @ApiProduces('application/pdf')
  async pdf(@CurrentActor() actor: Actor, @Param('id', IdPipe) id: string): Promise<StreamableFile> {
    const view = await this.seea.one(actor, id);
    return fileOf(await this.report.pdf(view), `SEEA-${view.number}.pdf`, 'application/pdf');
  }
}

function fileOf(content: Buffer, name: string, type: string): StreamableFile {
  return new StreamableFile(content, {
    type,
    disposition: `attachment; filename="account"; filename*=UTF-8''${encodeURIComponent(name)}`,
  });
}
