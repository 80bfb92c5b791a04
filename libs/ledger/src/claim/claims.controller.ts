import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiProperty, ApiPropertyOptional, ApiTags } from '@nestjs/swagger';
import {
  type Actor,
  AnyRole,
  CurrentActor,
  PageQuery,
  pageOf,
  refuse as refuseAny,
  Role,
  Roles,
  UnitOfWork,
} from '@qingheng/platform';
import { IsNotEmpty, IsOptional, IsString, MaxLength } from 'class-validator';
import { ClaimRegister } from './claim-register';
import { type Claim, SELECT_CLAIM } from './claim.types';

class ClaimQuery extends PageQuery {
  @ApiPropertyOptional({ example: 'certificate:GEC25', description: 'What is used' })
  @IsOptional()
  @IsString()
  @MaxLength(210)
  subject?: string;

  @ApiPropertyOptional({ example: 'CF2026-000001-22', description: 'What uses it' })
  @IsOptional()
  @IsString()
  @MaxLength(200)
  document?: string;
}

class ReleaseDto {
  @ApiProperty()
  @IsString()
  @IsNotEmpty()
  @MaxLength(500)
  reason: string;
}

class ClaimDto {
  @ApiProperty({ example: 'NU00000001' }) number: string;
  @ApiProperty() organisationId: string;
  @ApiProperty() organisation: string;
  @ApiProperty({ example: 'green_power', description: 'see GET /ledger/claim-rules' }) attribute: string;
  @ApiProperty({ example: 'certificate:GEC25' }) subject: string;
  @ApiProperty({ format: 'date' }) from: string;
  @ApiProperty({ format: 'date', description: 'included' }) to: string;
  @ApiProperty({ type: String, nullable: true, example: '1-250' }) serials: string | null;
  @ApiProperty({ type: String, nullable: true, description: 'decimal; null: the whole' }) quantity: string | null;
  @ApiProperty({ type: String, nullable: true }) unit: string | null;
  @ApiProperty({ example: 'footprint' }) use: string;
  @ApiProperty() document: string;
  @ApiProperty() madeAt: Date;
  @ApiProperty({ description: 'false: released, or itself a counter-entry' }) standing: boolean;
  @ApiProperty({ type: String, nullable: true, description: 'number of the claim this entry releases' })
  releases: string | null;
  @ApiProperty({ type: String, nullable: true }) reason: string | null;
  @ApiProperty({ type: String, nullable: true, description: 'signature of a counter-entry (JWS, ES256)' })
  jws: string | null;
}

class ClaimPageDto {
  @ApiProperty({ type: [ClaimDto] }) items: ClaimDto[];
  @ApiPropertyOptional() nextCursor?: string;
}

class ReleasedDto {
  @ApiProperty({ type: [String] }) released: string[];
}

class ClaimCodeDto {
  @ApiProperty() code: string;
  @ApiProperty() zh: string;
  @ApiProperty() en: string;
  @ApiPropertyOptional() unit?: string;
}

class ClaimRulesDto {
  @ApiProperty({ type: [ClaimCodeDto] }) attributes: ClaimCodeDto[];
  @ApiProperty({ type: [ClaimCodeDto] }) uses: ClaimCodeDto[];
}

@ApiTags('ledger')
@Controller('ledger')
export class ClaimsController {
  constructor(
    private readonly register: ClaimRegister,
    private readonly work: UnitOfWork,
  ) {}

  @Get('claim-rules')
  @AnyRole()
  @ApiOperation({ summary: 'What can be used once only, and for what' })
  @ApiOkResponse({ type: ClaimRulesDto })
  rules(): ClaimRulesDto {
    const { attributes, uses } = this.register.rules;
    return { attributes: [...attributes.values()], uses: [...uses.values()] };
  }

  @Get('claims')
  @AnyRole()
  @ApiOperation({ summary: 'Entries of the no-double-use register, newest first; those who oversee see all' })
  @ApiOkResponse({ type: ClaimPageDto })
  list(@CurrentActor() actor: Actor, @Query() query: ClaimQuery): Promise<ClaimPageDto> {
    const [before] = query.after(/^\d{1,18}$/);
    return this.work.run(actor, async (manager) => {
      const rows: Claim[] = await manager.query(
        `${SELECT_CLAIM} WHERE ($1::bigint IS NULL OR c.id < $1) AND ($2::text IS NULL OR c.subject = $2)
           AND ($3::text IS NULL OR c.document = $3) ORDER BY c.id DESC LIMIT $4`,
        [before ?? null, query.subject ?? null, query.document ?? null, query.limit + 1],
      );
      const page = pageOf(rows, query.limit, ({ id }) => [id]);
      return { ...page, items: page.items.map(viewOf) };
    });
  }

  @Get('claims/:number')
  @AnyRole()
  @ApiOkResponse({ type: ClaimDto })
  one(@CurrentActor() actor: Actor, @Param('number') number: string): Promise<ClaimDto> {
    return this.work.run(actor, async (manager) => {
      const [row]: Claim[] = await manager.query(`${SELECT_CLAIM} WHERE c.number = $1`, [number]);
      if (!row) throw refuseAny('NOT_FOUND');
      return viewOf(row);
    });
  }

  @Post('claims/:number/release')
  @Roles(Role.Regulator, Role.MethodAdmin)
  @HttpCode(200)
  @ApiOperation({ summary: 'End a use by a signed counter-entry; what it used is free again' })
  @ApiOkResponse({ type: ReleasedDto })
  async release(
    @CurrentActor() actor: Actor,
    @Param('number') number: string,
    @Body() { reason }: ReleaseDto,
  ): Promise<ReleasedDto> {
    const released = await this.work.run(actor, (manager) => this.register.release(manager, actor, { number }, reason));
    return { released };
  }
}

const viewOf = ({ id: _, ...claim }: Claim): ClaimDto => claim;
