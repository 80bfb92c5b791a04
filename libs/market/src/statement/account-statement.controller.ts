import { Controller, Get, Param, Query, Res } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiProduces, ApiPropertyOptional, ApiTags } from '@nestjs/swagger';
import { AccountsService } from '@qingheng/ledger';
import { type Actor, AnyRole, CurrentActor, refuse as refuseAny } from '@qingheng/platform';
import { IsDateString, IsOptional } from 'class-validator';
import type { Response } from 'express';
import { Pledges } from '../pledge/pledges';
import { writeAccountStatement } from './account-statement';

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

class PeriodQuery {
  @ApiPropertyOptional({ example: '2024-01-01' })
  @IsOptional()
  @IsDateString({ strict: true })
  from?: string;

  @ApiPropertyOptional({ example: '2024-12-31' })
  @IsOptional()
  @IsDateString({ strict: true })
  to?: string;
}

@ApiTags('registry')
@Controller('registry/accounts')
@AnyRole()
export class AccountStatementController {
  constructor(
    private readonly accounts: AccountsService,
    private readonly pledges: Pledges,
  ) {}

  @Get(':id/statement')
  @ApiOperation({ summary: 'The statement of an account for a period, as a workbook' })
  @ApiProduces(XLSX)
  @ApiOkResponse({ schema: { type: 'string', format: 'binary' } })
  async statement(
    @CurrentActor() actor: Actor,
    @Param('id') id: string,
    @Query() period: PeriodQuery,
    @Res() response: Response,
  ): Promise<void> {
    if (!/^[1-9]\d{0,17}$/.test(id)) throw refuseAny('NOT_FOUND');
    const account = await this.accounts.one(actor, id);
    response.setHeader('Content-Type', XLSX);
    response.setHeader('Cache-Control', 'no-store');
    response.setHeader(
      'Content-Disposition',
      `attachment; filename*=UTF-8''${encodeURIComponent(`对账单-${account.asset}-${account.purpose}-${id}.xlsx`)}`,
    );
    const pledges = account.purpose === 'pledge' ? await this.pledges.ofAccount(id) : [];
    await writeAccountStatement(response, this.accounts, actor, account, period, pledges);
  }
}
