import {
  Body,
  Controller,
  Get,
  Headers,
  HttpCode,
  Param,
  Post,
  Query,
  Res,
  StreamableFile,
  UploadedFile,
  UseInterceptors,
} from '@nestjs/common';
import { FileInterceptor } from '@nestjs/platform-express';
import type { Response } from 'express';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import {
  ApiBody,
  ApiConsumes,
  ApiNoContentResponse,
  ApiOkResponse,
  ApiOperation,
  ApiTags,
  ApiProduces,
} from '@nestjs/swagger';
import {
  type Actor,
  CurrentActor,
  IdPipe,
  PageQuery,
  refuse as refuseAny,
  Role,
  Roles,
  languageOf,
  PdfPrinter,
} from '@qingheng/platform';
import { refuse } from '../market.messages';
import {
  AssignDto,
  BreakCountDto,
  BreakIdsDto,
  BreakPageDto,
  BreakQuery,
  CandidatesDto,
  ExplainDto,
  ExplainManyDto,
} from './break.dto';
import { BreakService } from './break.service';
import { DayReportService } from './day-report.service';
import { DayDto, DayPageDto, ReportQuery, UploadDto } from './reconciliation.dto';
import { MOST_STATEMENT, ReconciliationService } from './reconciliation.service';
import { type BookName, BOOKS } from './statement-file';

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

@ApiTags('reconciliation')
@Controller('reconciliation')
@Roles(Role.Trader, Role.FinanceApprover)
export class ReconciliationController {
  constructor(
    private readonly reconciliation: ReconciliationService,
    private readonly breaksOf: BreakService,
    private readonly reports: DayReportService,
    private readonly printer: PdfPrinter,
  ) {}

  @Get('days')
  @ApiOperation({ summary: 'Trading days, newest first' })
  @ApiOkResponse({ type: DayPageDto })
  days(@CurrentActor() actor: Actor, @Query() query: PageQuery): Promise<DayPageDto> {
    const [before] = query.after(/^\d{4}-\d{2}-\d{2}$/);
    return this.reconciliation.days(actor, { limit: query.limit, before });
  }

  @Get('days/:date')
  @ApiOkResponse({ type: DayDto })
  day(@CurrentActor() actor: Actor, @Param('date') date: string): Promise<DayDto> {
    return this.reconciliation.day(actor, dayOf(date));
  }

  @Post('days/:date/books/:book')
  @HttpCode(200)
  @UseInterceptors(FileInterceptor('file', { dest: tmpdir(), limits: { fileSize: MOST_STATEMENT, files: 1 } }))
  @ApiConsumes('multipart/form-data')
  @ApiBody({
    schema: {
      type: 'object',
      properties: {
        file: { type: 'string', format: 'binary' },
        lines: { type: 'integer' },
        total: { type: 'string' },
        mapping: { type: 'string' },
      },
    },
  })
  @ApiOperation({
    summary: 'Hand in one of the three books (CSV in UTF-8 or GBK, or xlsx); a new one replaces the old one',
  })
  @ApiOkResponse({ type: DayDto })
  async upload(
    @CurrentActor() actor: Actor,
    @Param('date') date: string,
    @Param('book') book: string,
    @UploadedFile() file: { path: string; originalname: string } | undefined,
    @Body() body: UploadDto,
  ): Promise<DayDto> {
    if (!file) throw refuse('STATEMENT_MISSING');
    try {
      if (!Object.hasOwn(BOOKS, book)) throw refuseAny('NOT_FOUND');
      return await this.reconciliation.upload(actor, dayOf(date), book as BookName, file, body);
    } finally {
      await rm(file.path, { force: true });
    }
  }

  @Post('days/:date/match')
  @HttpCode(200)
  @ApiOperation({ summary: 'Match the three books; differences keep their explanations' })
  @ApiOkResponse({ type: DayDto })
  match(@CurrentActor() actor: Actor, @Param('date') date: string): Promise<DayDto> {
    return this.reconciliation.match(actor, dayOf(date));
  }

  @Get('days/:date/breaks')
  @ApiOkResponse({ type: BreakPageDto })
  breaks(@CurrentActor() actor: Actor, @Param('date') date: string, @Query() query: BreakQuery): Promise<BreakPageDto> {
    const after = query.after(/^\d{4}-\d{2}-\d{2}$/, /^[0-9a-f-]{36}$/);
    return this.breaksOf.list(actor, query, { date: dayOf(date), after });
  }

  @Get('breaks')
  @ApiOperation({ summary: 'Differences of all days that are not settled, the oldest first' })
  @ApiOkResponse({ type: BreakPageDto })
  allBreaks(@CurrentActor() actor: Actor, @Query() query: BreakQuery): Promise<BreakPageDto> {
    return this.breaksOf.list(actor, query, { after: query.after(/^\d{4}-\d{2}-\d{2}$/, /^[0-9a-f-]{36}$/) });
  }

  @Get('breaks/counts')
  @ApiOperation({ summary: 'How many differences wait, by kind and by trading days since the trade' })
  @ApiOkResponse({ type: [BreakCountDto] })
  counts(@CurrentActor() actor: Actor): Promise<BreakCountDto[]> {
    return this.breaksOf.counts(actor);
  }

  @Get('breaks/:id/candidates')
  @ApiOperation({ summary: 'What a difference is about, and what could belong to it' })
  @ApiOkResponse({ type: CandidatesDto })
  candidates(@CurrentActor() actor: Actor, @Param('id', IdPipe) id: string): Promise<CandidatesDto> {
    return this.breaksOf.candidates(actor, id);
  }

  @Post('breaks/assign')
  @HttpCode(204)
  @ApiOperation({ summary: 'Take differences on, or give them up' })
  @ApiNoContentResponse()
  assign(@CurrentActor() actor: Actor, @Body() { ids, mine }: AssignDto): Promise<void> {
    return this.breaksOf.assign(actor, ids, mine);
  }

  @Post('breaks/explain')
  @HttpCode(204)
  @ApiOperation({ summary: 'One explanation for many differences; all or none' })
  @ApiNoContentResponse()
  explainMany(@CurrentActor() actor: Actor, @Body() { ids, ...body }: ExplainManyDto): Promise<void> {
    return this.breaksOf.explain(actor, ids, body);
  }

  @Post('breaks/settle')
  @HttpCode(204)
  @ApiOperation({ summary: 'Settle many explained differences; all or none' })
  @ApiNoContentResponse()
  settleMany(@CurrentActor() actor: Actor, @Body() { ids }: BreakIdsDto): Promise<void> {
    return this.breaksOf.settle(actor, ids);
  }

  @Post('breaks/:id/explain')
  @HttpCode(204)
  @ApiOperation({ summary: 'Say what a difference is and how it ends; another person settles it' })
  @ApiNoContentResponse()
  explain(@CurrentActor() actor: Actor, @Param('id', IdPipe) id: string, @Body() body: ExplainDto): Promise<void> {
    return this.breaksOf.explain(actor, [id], body);
  }

  @Post('breaks/:id/settle')
  @HttpCode(204)
  @ApiNoContentResponse()
  settle(@CurrentActor() actor: Actor, @Param('id', IdPipe) id: string): Promise<void> {
    return this.breaksOf.settle(actor, [id]);
  }

  @Get('days/:date/report')
  @ApiOperation({
    summary: 'The report of a matched day: a page (html), its PDF where Chromium is, or a workbook (xlsx)',
  })
  @ApiProduces('text/html', 'application/pdf', XLSX)
  @ApiOkResponse({ schema: { type: 'string', format: 'binary' } })
  async report(
    @CurrentActor() actor: Actor,
    @Param('date') date: string,
    @Query() { format }: ReportQuery,
    @Headers('accept-language') accepted: string | undefined,
    @Res({ passthrough: true }) response: Response,
  ): Promise<StreamableFile> {
    const day = dayOf(date);
    response.setHeader('Cache-Control', 'no-store');
    const as = (content: Buffer, type: string, ending: string): StreamableFile =>
      new StreamableFile(content, { type, disposition: `attachment; filename="reconciliation-${day}.${ending}"` });
    if (format === 'xlsx') return as(await this.reports.workbook(actor, day), XLSX, 'xlsx');
    const page = await this.reports.page(actor, day, languageOf(accepted));
    if (format === 'pdf')
      return as(await this.printer.print(page, { footer: `对账 ${day}` }), 'application/pdf', 'pdf');
    return as(Buffer.from(page), 'text/html; charset=utf-8', 'html');
  }

  @Post('days/:date/close')
  @HttpCode(200)
  @ApiOperation({ summary: 'Close and sign the day; refused while a difference is unsettled' })
  @ApiOkResponse({ type: DayDto })
  close(@CurrentActor() actor: Actor, @Param('date') date: string): Promise<DayDto> {
    return this.reconciliation.close(actor, dayOf(date));
  }
}

function dayOf(date: string): string {
  const real = /^\d{4}-\d{2}-\d{2}$/.test(date) && new Date(`${date}T00:00:00Z`).toJSON()?.startsWith(date);
  if (!real) throw refuseAny('NOT_FOUND');
  return date;
}
