import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import {
  ApiCreatedResponse,
  ApiOkResponse,
  ApiOperation,
  ApiTags,
  ApiProperty,
  ApiPropertyOptional,
} from '@nestjs/swagger';
import { AccountsService } from '@qingheng/ledger';
import {
  type Actor,
  AnyRole,
  AuditService,
  CurrentActor,
  IdPipe,
  Role,
  Roles,
  systemActor,
  UnitOfWork,
} from '@qingheng/platform';
import {
  IsDateString,
  IsInt,
  IsNotEmpty,
  IsOptional,
  IsString,
  IsUUID,
  Matches,
  Max,
  MaxLength,
  Min,
  MinLength,
} from 'class-validator';
import { refuse } from '../market.messages';
import { Behind } from './behind';
import { NewOperationDto, OperationDto, OperationPageDto, OperationQuery, RejectDto } from './operation.dto';
import { OperationsBoard } from './operations-board';
import { RegistryRulesDto } from './rules.dto';
import { RegistryService } from './registry.service';
import { RegistryRules } from './rules';

class NewAssetDto {
  @ApiProperty({ example: 'CEA24' })
  @Matches(/^[A-Z0-9][A-Z0-9./-]{0,63}$/)
  code: string;

  @ApiProperty({ example: 'allowance' })
  @IsString()
  @MaxLength(40)
  kind: string;

  @ApiPropertyOptional({ example: 2024 })
  @IsOptional()
  @IsInt()
  @Min(2000)
  @Max(2100)
  vintage?: number;

  @ApiPropertyOptional({ example: '2026-01-01', description: 'first day of the term of a right' })
  @IsOptional()
  @IsDateString({ strict: true })
  validFrom?: string;

  @ApiPropertyOptional({ example: '2035-12-31', description: 'last day of the term' })
  @IsOptional()
  @IsDateString({ strict: true })
  validTo?: string;

  @ApiPropertyOptional({ example: '某碳汇项目 2026–2035 年收益', description: 'what the right is a right to' })
  @IsOptional()
  @IsString()
  @IsNotEmpty()
  @MaxLength(300)
  basis?: string;

  @ApiPropertyOptional({ format: 'uuid', description: 'eco_product: the published product of the catalogue behind it' })
  @IsOptional()
  @IsUUID()
  product?: string;

  @ApiPropertyOptional({
    example: '0.5',
    description: 'how much of the product one unit is, in its unit; 1 if left out',
  })
  @IsOptional()
  @Matches(/^(?=.*[1-9])\d{1,15}(\.\d{1,6})?$/)
  share?: string;
}

class HolderQuery {
  @ApiProperty({ example: '示范铝业', description: 'part of the name, two characters at least' })
  @IsString()
  @MinLength(2)
  @MaxLength(100)
  name: string;
}

class HolderDto {
  @ApiProperty() id: string;
  @ApiProperty() name: string;
}

@ApiTags('registry')
@Controller('registry')
export class RegistryController {
  constructor(
    private readonly registry: RegistryService,
    private readonly board: OperationsBoard,
    private readonly rules: RegistryRules,
    private readonly accounts: AccountsService,
    private readonly behind: Behind,
    private readonly work: UnitOfWork,
    private readonly audit: AuditService,
  ) {}

  @Get('rules')
  @AnyRole()
  @ApiOperation({ summary: 'Kinds of assets, operations and compliance years, each with source and confidence' })
  @ApiOkResponse({ type: RegistryRulesDto })
  list(): RegistryRulesDto {
    const { assets, operations, years, pledges } = this.rules;
    return {
      ...{ assets: [...assets.values()], operations: [...operations.values()] },
      ...{ years: [...years.values()], pledges: [...pledges.values()] },
    };
  }

  @Get('holders')
  @AnyRole()
  @ApiOperation({ summary: 'Organisations by name, to name a counterparty; names are all it tells' })
  @ApiOkResponse({ type: [HolderDto] })
  holders(@CurrentActor() actor: Actor, @Query() { name }: HolderQuery): Promise<HolderDto[]> {
    return this.work.run(systemActor, (manager) =>
      manager.query(
        `SELECT id, name FROM organisation WHERE position($1 IN name) > 0 AND id <> $2 ORDER BY length(name), name LIMIT 20`,
        [name.trim(), actor.organisationId],
      ),
    );
  }

  @Post('assets')
  @Roles(Role.Regulator, Role.MethodAdmin)
  @ApiOperation({ summary: 'Make a series known: a vintage, a project and period, a pollutant and year' })
  async asset(
    @CurrentActor() actor: Actor,
    @Body() { code, kind, vintage, validFrom, validTo, basis, product, share }: NewAssetDto,
  ): Promise<{ code: string }> {
    const rule = this.rules.assets.get(kind);
    if (!rule) throw refuse('UNKNOWN_KIND', { kind });
    const dated = validFrom !== undefined && validTo !== undefined;
    if (rule.term === 'required' && (!dated || !basis?.trim())) throw refuse('TERM_NEEDED', { kind });
    if (!rule.term && (validFrom ?? validTo) !== undefined) throw refuse('TERM_NONE', { kind });
    if (dated && validTo < validFrom) throw refuse('TERM_ORDER', { from: validFrom, to: validTo });
    await this.work.run(actor, async (manager) => {
      await this.accounts.openAsset(manager, {
        code,
        kind,
        unit: rule.unit,
        scale: rule.scale,
        serialised: rule.serialised,
        ...{ vintage, validFrom, validTo },
        ...(basis && { details: { basis: basis.trim() } }),
      });
      await this.behind.bind(manager, { code, kind }, { product, share });
      await this.audit.record(manager, {
        actor,
        action: 'asset.opened',
        subject: { type: 'asset', id: code },
        details: { kind, vintage: vintage ?? null, validFrom, validTo, basis, product, share },
      });
    });
    return { code };
  }

  @Post('operations')
  @Roles(Role.Filer, Role.Trader, Role.Regulator, Role.MethodAdmin)
  @ApiOperation({
    summary: 'Ask for an operation; where it moves units or money of weight, another person approves it',
  })
  @ApiCreatedResponse({ type: OperationDto })
  ask(@CurrentActor() actor: Actor, @Body() wish: NewOperationDto): Promise<OperationDto> {
    return this.registry.ask(actor, wish);
  }

  @Get('operations')
  @AnyRole()
  @ApiOperation({ summary: 'Operations, newest first' })
  @ApiOkResponse({ type: OperationPageDto })
  operations(@CurrentActor() actor: Actor, @Query() query: OperationQuery): Promise<OperationPageDto> {
    const [after] = query.after(/^\d{1,18}$/);
    return this.board.list(actor, { limit: query.limit, status: query.status, after });
  }

  @Get('operations/:id')
  @AnyRole()
  @ApiOkResponse({ type: OperationDto })
  one(@CurrentActor() actor: Actor, @Param('id', IdPipe) id: string): Promise<OperationDto> {
    return this.board.one(actor, id);
  }

  @Post('operations/:id/approve')
  @Roles(Role.Filer, Role.Trader, Role.Regulator, Role.MethodAdmin, Role.FinanceApprover)
  @HttpCode(200)
  @ApiOperation({ summary: 'Approve, as another person than who asked; the book answers at once' })
  @ApiOkResponse({ type: OperationDto })
  approve(@CurrentActor() actor: Actor, @Param('id', IdPipe) id: string): Promise<OperationDto> {
    return this.registry.approve(actor, id);
  }

  @Post('operations/:id/reject')
  @Roles(Role.Filer, Role.Trader, Role.Regulator, Role.MethodAdmin, Role.FinanceApprover)
  @HttpCode(200)
  @ApiOkResponse({ type: OperationDto })
  reject(
    @CurrentActor() actor: Actor,
    @Param('id', IdPipe) id: string,
    @Body() { reason }: RejectDto,
  ): Promise<OperationDto> {
    return this.registry.reject(actor, id, reason);
  }
}
