import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiProperty, ApiPropertyOptional, ApiTags } from '@nestjs/swagger';
import { type Actor, AnyRole, CurrentActor, PageQuery, Role, Roles, UnitOfWork } from '@qingheng/platform';
import { IsDateString, IsOptional, IsString, IsUUID, Matches, MaxLength } from 'class-validator';
import { refuse as refuseAny } from '@qingheng/platform';
import { verifyBook } from '../posting/verify';
import { AccountsService } from './accounts.service';

class AccountQuery extends PageQuery {
  @ApiPropertyOptional()
  @IsOptional()
  @IsUUID()
  organisation?: string;

  @ApiPropertyOptional({ example: 'CEA24' })
  @IsOptional()
  @IsString()
  @MaxLength(64)
  asset?: string;
}

class EntryQuery extends PageQuery {
  @ApiPropertyOptional({ example: '2024-01-01' })
  @IsOptional()
  @IsDateString({ strict: true })
  from?: string;

  @ApiPropertyOptional({ example: '2024-12-31' })
  @IsOptional()
  @IsDateString({ strict: true })
  to?: string;
}

class DayQuery {
  @ApiProperty({ example: '2024-12-31' })
  @Matches(/^\d{4}-\d{2}-\d{2}$/)
  @IsDateString({ strict: true })
  on: string;
}

class AssetDto {
  @ApiProperty() code: string;
  @ApiProperty() kind: string;
  @ApiProperty() unit: string;
  @ApiProperty({ description: 'decimals of an amount' }) scale: number;
  @ApiProperty() serialised: boolean;
  @ApiProperty({ type: Number, nullable: true }) vintage: number | null;
}

class AccountDto {
  @ApiProperty() id: string;
  @ApiProperty({ type: String, nullable: true }) organisationId: string | null;
  @ApiProperty({ type: String, nullable: true }) organisation: string | null;
  @ApiProperty() asset: string;
  @ApiProperty() unit: string;
  @ApiProperty() purpose: string;
  @ApiProperty() ref: string;
  @ApiProperty({ example: '1250.00' }) balance: string;
  @ApiProperty() entries: string;
  @ApiProperty({ enum: ['open', 'closed'] }) status: string;
}

class AccountPageDto {
  @ApiProperty({ type: [AccountDto] }) items: AccountDto[];
  @ApiPropertyOptional() nextCursor?: string;
}

class EntryDto {
  @ApiProperty() seq: string;
  @ApiProperty() transfer: string;
  @ApiProperty() kind: string;
  @ApiProperty({ description: 'negative: went out' }) amount: string;
  @ApiProperty() balance: string;
  @ApiProperty({ description: 'number of the other account' }) counter: string;
  @ApiProperty() businessDate: string;
  @ApiProperty() at: Date;
  @ApiProperty({ type: String, nullable: true }) reference: string | null;
  @ApiProperty({ type: String, nullable: true }) document: string | null;
  @ApiProperty({ type: String, nullable: true }) reason: string | null;
  @ApiProperty({ type: [String], description: 'ranges, both ends included' }) serials: string[];
}

class EntryPageDto {
  @ApiProperty({ type: [EntryDto] }) items: EntryDto[];
  @ApiPropertyOptional() nextCursor?: string;
}

class BalanceDto {
  @ApiProperty() account: string;
  @ApiProperty() on: string;
  @ApiProperty() balance: string;
}

class TrialLineDto {
  @ApiProperty() asset: string;
  @ApiProperty() unit: string;
  @ApiProperty({ type: 'object', additionalProperties: { type: 'string' } }) purposes: Record<string, string>;
  @ApiProperty({ example: '0' }) sum: string;
}

class BookFaultDto {
  @ApiProperty() code: string;
  @ApiProperty() zh: string;
  @ApiProperty() en: string;
}

class BookStateDto {
  @ApiProperty() batches: number;
  @ApiProperty() transfers: number;
  @ApiProperty() head: string;
  @ApiProperty({ type: [BookFaultDto] }) faults: BookFaultDto[];
}

@ApiTags('ledger')
@Controller('ledger')
export class AccountsController {
  constructor(
    private readonly accounts: AccountsService,
    private readonly work: UnitOfWork,
  ) {}

  @Get('assets')
  @AnyRole()
  @ApiOperation({ summary: 'What the book keeps: units and money' })
  @ApiOkResponse({ type: [AssetDto] })
  assets(@CurrentActor() actor: Actor): Promise<AssetDto[]> {
    return this.accounts.assets(actor);
  }

  @Get('accounts')
  @AnyRole()
  @ApiOperation({ summary: "Accounts with their balances: an enterprise's own; those who oversee see all" })
  @ApiOkResponse({ type: AccountPageDto })
  list(@CurrentActor() actor: Actor, @Query() query: AccountQuery): Promise<AccountPageDto> {
    const [after] = query.after(/^\d{1,18}$/);
    return this.accounts.list(actor, { ...query, after });
  }

  @Get('accounts/:id')
  @AnyRole()
  @ApiOkResponse({ type: AccountDto })
  one(@CurrentActor() actor: Actor, @Param('id') id: string): Promise<AccountDto> {
    return this.accounts.one(actor, accountNumber(id));
  }

  @Get('accounts/:id/entries')
  @AnyRole()
  @ApiOperation({ summary: 'Statement of an account, newest entry first' })
  @ApiOkResponse({ type: EntryPageDto })
  entries(@CurrentActor() actor: Actor, @Param('id') id: string, @Query() query: EntryQuery): Promise<EntryPageDto> {
    const [before] = query.after(/^\d{1,18}$/);
    return this.accounts.entries(actor, accountNumber(id), { ...query, before });
  }

  @Get('accounts/:id/balance')
  @AnyRole()
  @ApiOperation({ summary: 'Balance at the end of a past day' })
  @ApiOkResponse({ type: BalanceDto })
  async balance(@CurrentActor() actor: Actor, @Param('id') id: string, @Query() { on }: DayQuery): Promise<BalanceDto> {
    return { account: id, on, balance: await this.accounts.balanceOn(actor, accountNumber(id), on) };
  }

  @Get('trial-balance')
  @Roles(Role.Regulator, Role.Auditor, Role.Trader, Role.FinanceClerk, Role.FinanceApprover)
  @ApiOperation({ summary: 'Every asset by purpose; each adds up to zero' })
  @ApiOkResponse({ type: [TrialLineDto] })
  trial(@CurrentActor() actor: Actor): Promise<TrialLineDto[]> {
    return this.accounts.trialBalance(actor);
  }

  @Get('verification')
  @Roles(Role.Regulator, Role.Auditor)
  @ApiOperation({ summary: 'Recomputes the chain, every balance and every serial' })
  @ApiOkResponse({ type: BookStateDto })
  verify(@CurrentActor() actor: Actor): Promise<BookStateDto> {
    return this.work.run(actor, (manager) => verifyBook(manager));
  }
}

function accountNumber(id: string): string {
  if (!/^[1-9]\d{0,17}$/.test(id)) throw refuseAny('NOT_FOUND');
  return id;
}
