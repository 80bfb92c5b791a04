import { Body, Controller, Get, HttpCode, Param, Post, Query, UploadedFile, UseInterceptors } from '@nestjs/common';
import { FileInterceptor } from '@nestjs/platform-express';
import { ApiBody, ApiConsumes, ApiNoContentResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { type Actor, CurrentActor, IdPipe, PageQuery, refuse as refuseAny, Role, Roles } from '@qingheng/platform';
import { refuse } from '../market.messages';
import { BreakPageDto, BreakQuery, DayDto, DayPageDto, ExplainDto, UploadDto } from './reconciliation.dto';
import { ReconciliationService } from './reconciliation.service';
import { type BookName, BOOKS } from './statement-file';

@ApiTags('reconciliation')
@Controller('reconciliation')
@Roles(Role.Trader, Role.FinanceApprover)
export class ReconciliationController {
  constructor(private readonly reconciliation: ReconciliationService) {}

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
  @UseInterceptors(FileInterceptor('file', { limits: { fileSize: 200 * 1024 * 1024, files: 1 } }))
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
  @ApiOperation({ summary: 'Hand in one of the three books (CSV, UTF-8 or GBK); a new one replaces the old one' })
  @ApiOkResponse({ type: DayDto })
  upload(
    @CurrentActor() actor: Actor,
    @Param('date') date: string,
    @Param('book') book: string,
    @UploadedFile() file: { buffer: Buffer; originalname: string } | undefined,
    @Body() body: UploadDto,
  ): Promise<DayDto> {
    if (!Object.hasOwn(BOOKS, book)) throw refuseAny('NOT_FOUND');
    if (!file) throw refuse('STATEMENT_MISSING');
    return this.reconciliation.upload(actor, dayOf(date), book as BookName, file, body);
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
    const [after] = query.after(/^[0-9a-f-]{36}$/);
    return this.reconciliation.breaks(actor, dayOf(date), { limit: query.limit, status: query.status, after });
  }

  @Post('breaks/:id/explain')
  @HttpCode(204)
  @ApiOperation({ summary: 'Say what a difference is and how it ends; another person settles it' })
  @ApiNoContentResponse()
  explain(@CurrentActor() actor: Actor, @Param('id', IdPipe) id: string, @Body() body: ExplainDto): Promise<void> {
    return this.reconciliation.explain(actor, id, body);
  }

  @Post('breaks/:id/settle')
  @HttpCode(204)
  @ApiNoContentResponse()
  settle(@CurrentActor() actor: Actor, @Param('id', IdPipe) id: string): Promise<void> {
    return this.reconciliation.settle(actor, id);
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
