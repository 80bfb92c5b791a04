import { Body, Controller, Get, HttpCode, Param, Post, Query, Req, Res, StreamableFile } from '@nestjs/common';
import {
  ApiConsumes,
  ApiCreatedResponse,
  ApiOkResponse,
  ApiOperation,
  ApiProduces,
  ApiProperty,
  ApiPropertyOptional,
  ApiTags,
} from '@nestjs/swagger';
import { type Actor, CurrentActor, IdPipe, PageQuery, Refusal, Role, Roles } from '@qingheng/platform';
import { Type } from 'class-transformer';
import { ArrayMaxSize, IsArray, IsOptional, IsString, IsUUID, Matches, ValidateNested } from 'class-validator';
import type { Request, Response } from 'express';
import { BookStateService } from '../book/book-state.service';
import { CURSOR_ID, READERS } from '../programme/programme.controller';
import { ArrearsService } from './arrears.service';
import { BatchService } from './batch.service';
import { PaymentFileService } from './payment-file.service';
import { ReturnService } from './return.service';
import { BankTemplates } from './template/bank-template';
import {
  ArrearsDto,
  BankTemplateDto,
  BatchListDto,
  FailedPaymentPageDto,
  NewBatchDto,
  ProgrammeBookDto,
  ReturnTakenDto,
} from './payment.dto';

class BatchBody {
  @ApiProperty({ example: 'plain-txt-gbk' })
  @IsString()
  template: string;

  @ApiPropertyOptional({ description: 'One banner; all where absent' })
  @IsOptional()
  @Matches(/^\d{6}$/)
  banner?: string;
}

class CorrectionBody {
  @ApiProperty({ format: 'uuid' })
  @IsUUID()
  paymentId: string;

  @ApiProperty()
  @Matches(/^\d{12,19}$/)
  card: string;
}

class ReissueBody {
  @ApiProperty()
  @IsString()
  template: string;

  @ApiPropertyOptional({ type: [CorrectionBody] })
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(5_000)
  @ValidateNested({ each: true })
  @Type(() => CorrectionBody)
  corrections?: CorrectionBody[];
}

@ApiTags('compensation')
@Controller('compensation')
export class PaymentController {
  constructor(
    private readonly templates: BankTemplates,
    private readonly batches: BatchService,
    private readonly files: PaymentFileService,
    private readonly returns: ReturnService,
    private readonly arrears: ArrearsService,
    private readonly books: BookStateService,
  ) {}

  @Get('bank-templates')
  @Roles(...READERS)
  @ApiOkResponse({ type: [BankTemplateDto] })
  list() {
    return this.templates.list();
  }

  @Post('programmes/:id/batches')
  @Roles(Role.FinanceClerk)
  @ApiOperation({ summary: 'A batch of everything that is approved and was not issued' })
  @ApiCreatedResponse({ type: NewBatchDto })
  pay(@CurrentActor() actor: Actor, @Param('id', IdPipe) id: string, @Body() body: BatchBody) {
    return this.batches.pay(actor, id, body);
  }

  @Get('programmes/:id/batches')
  @Roles(...READERS)
  @ApiOperation({ summary: 'Payment batches, newest first, with what the bank has answered' })
  @ApiOkResponse({ type: BatchListDto })
  async all(@CurrentActor() actor: Actor, @Param('id', IdPipe) id: string) {
    return { items: await this.batches.list(actor, id) };
  }

  @Post('programmes/:id/reissues')
  @Roles(Role.FinanceClerk)
  @ApiOperation({ summary: 'New payments for what failed, each pointing to the old one' })
  @ApiCreatedResponse({ type: NewBatchDto })
  reissue(@CurrentActor() actor: Actor, @Param('id', IdPipe) id: string, @Body() body: ReissueBody) {
    return this.batches.reissue(actor, id, body.template, body.corrections ?? []);
  }

  @Get('batches/:id/file')
  @Roles(Role.FinanceClerk)
  @ApiOperation({ summary: 'The payment file in the layout of the bank' })
  @ApiProduces('text/plain')
  async file(
    @CurrentActor() actor: Actor,
    @Param('id', IdPipe) id: string,
    @Res({ passthrough: true }) response: Response,
  ): Promise<StreamableFile> {
    const { name, encoding, content } = await this.files.stream(actor, id);
    response.setHeader('Cache-Control', 'no-store');
    return new StreamableFile(content, {
      type: `text/plain; charset=${encoding}`,
      disposition: `attachment; filename="${name}"`,
    });
  }

  @Post('batches/:id/returns')
  @Roles(Role.FinanceClerk)
  @HttpCode(200)
  @ApiOperation({ summary: "The bank's return file, the body of the request; taken in whole or not at all" })
  @ApiConsumes('text/plain')
  @ApiOkResponse({ type: ReturnTakenDto })
  take(@CurrentActor() actor: Actor, @Param('id', IdPipe) id: string, @Req() request: Request) {
    if (!request.is('text/*')) throw new Refusal(415, 'UNSUPPORTED_MEDIA_TYPE');
    return this.returns.take(actor, id, request);
  }

  @Get('programmes/:id/failed-payments')
  @Roles(...READERS)
  @ApiOkResponse({ type: FailedPaymentPageDto })
  failed(@CurrentActor() actor: Actor, @Param('id', IdPipe) id: string, @Query() query: PageQuery) {
    const [after] = query.after(CURSOR_ID);
    return this.arrears.failed(actor, id, { after, limit: query.limit });
  }

  @Get('programmes/:id/arrears')
  @Roles(...READERS)
  @ApiOperation({ summary: 'Due, paid, failed, pending, not issued, by banner; days since the money was received' })
  @ApiOkResponse({ type: ArrearsDto })
  report(@CurrentActor() actor: Actor, @Param('id', IdPipe) id: string) {
    return this.arrears.report(actor, id);
  }

  @Get('programmes/:id/book')
  @Roles(...READERS)
  @ApiOperation({ summary: "The programme's money in the ledger beside its payments, by banner" })
  @ApiOkResponse({ type: ProgrammeBookDto })
  book(@CurrentActor() actor: Actor, @Param('id', IdPipe) id: string) {
    return this.books.state(actor, id);
  }
}
