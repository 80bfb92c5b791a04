import { Body, Controller, Get, HttpCode, Param, Post, Query, Req } from '@nestjs/common';
import {
  ApiConsumes,
  ApiCreatedResponse,
  ApiNoContentResponse,
  ApiOkResponse,
  ApiOperation,
  ApiProperty,
  ApiPropertyOptional,
  ApiTags,
} from '@nestjs/swagger';
import { type Actor, CurrentActor, IdPipe, PageQuery, Refusal, Role, Roles } from '@qingheng/platform';
import { Type } from 'class-transformer';
import {
  IsBoolean,
  IsISO8601,
  IsNotEmpty,
  IsObject,
  IsOptional,
  IsString,
  IsUUID,
  Matches,
  MaxLength,
  ValidateNested,
} from 'class-validator';
import type { Request } from 'express';
import { CURSOR_ID, READERS } from '../programme/programme.controller';
import { DAY } from '../programme/programme.dto';
import { DocumentBody } from '../withholding/decision.dto';
import { FindingService } from './finding.service';
import { FineService } from './fine.service';
import { ParcelService } from './parcel.service';
import {
  GrasslandFindingPageDto,
  FindingsTakenDto,
  FineDto,
  FinePageDto,
  ParcelCheckDto,
  ParcelPageDto,
  ParcelsTakenDto,
} from './grassland.dto';

class ParcelQuery extends PageQuery {
  @ApiPropertyOptional({ description: 'Household number' })
  @IsOptional()
  @IsString()
  @MaxLength(60)
  household?: string;
}

class ClaimBody {
  @ApiProperty({ description: 'Code of the parcel' })
  @IsString()
  @IsNotEmpty()
  @MaxLength(60)
  code: string;

  @ApiProperty({ example: '新一轮退耕还草' })
  @IsString()
  @IsNotEmpty()
  @MaxLength(200)
  scheme: string;

  @ApiProperty({ format: 'date' })
  @Matches(DAY)
  @IsISO8601({ strict: true })
  from: string;

  @ApiProperty({ format: 'date' })
  @Matches(DAY)
  @IsISO8601({ strict: true })
  to: string;

  @ApiPropertyOptional()
  @IsOptional()
  @IsString()
  @MaxLength(200)
  document?: string;
}

class TakeFindingsBody {
  @ApiProperty({ description: 'A completed run of compensation/grass-livestock-balance' })
  @IsUUID()
  runId: string;
}

class FineBody {
  @ApiProperty({ description: 'Household number' })
  @IsString()
  @IsNotEmpty()
  @MaxLength(60)
  household: string;

  @ApiProperty({ example: '152501' })
  @Matches(/^\d{6}$/)
  banner: string;

  @ApiProperty({ example: '6000.00' })
  @IsString()
  @MaxLength(20)
  amount: string;

  @ApiProperty()
  @IsString()
  @IsNotEmpty()
  @MaxLength(2000)
  reason: string;

  @ApiProperty({ type: DocumentBody })
  @IsObject()
  @ValidateNested()
  @Type(() => DocumentBody)
  document: DocumentBody;
}

class ImposeBody {
  @ApiProperty({ description: 'False rejects it' })
  @IsBoolean()
  impose: boolean;
}

class SlipBody {
  @ApiProperty({ description: 'Number of the bank slip' })
  @IsString()
  @IsNotEmpty()
  @MaxLength(100)
  slip: string;
}

@ApiTags('compensation')
@Controller('compensation')
export class GrasslandController {
  constructor(
    private readonly parcels: ParcelService,
    private readonly findings: FindingService,
    private readonly fines: FineService,
  ) {}

  @Post('grassland/parcels')
  @Roles(Role.FinanceClerk)
  @ApiOperation({ summary: 'Contracts and parcels as CSV, the body of the request; taken in whole or not at all' })
  @ApiConsumes('text/csv')
  @ApiCreatedResponse({ type: ParcelsTakenDto })
  import(@CurrentActor() actor: Actor, @Req() request: Request) {
    if (!request.is('text/*')) throw new Refusal(415, 'UNSUPPORTED_MEDIA_TYPE');
    return this.parcels.import(actor, request);
  }

  @Get('grassland/parcels')
  @Roles(...READERS)
  @ApiOperation({ summary: 'Parcels with the subsidies drawn on them' })
  @ApiOkResponse({ type: ParcelPageDto })
  list(@CurrentActor() actor: Actor, @Query() query: ParcelQuery) {
    const [after] = query.after(CURSOR_ID);
    return this.parcels.list(actor, { household: query.household, after, limit: query.limit });
  }

  @Post('grassland/claims')
  @Roles(Role.FinanceClerk)
  @HttpCode(204)
  @ApiOperation({ summary: 'A subsidy of another scheme on a parcel; refused where one is drawn already' })
  @ApiNoContentResponse()
  async claim(@CurrentActor() actor: Actor, @Body() body: ClaimBody): Promise<void> {
    await this.parcels.claim(actor, body);
  }

  @Get('programmes/:id/parcel-check')
  @Roles(...READERS)
  @ApiOperation({ summary: 'Where roster and register differ, and parcels that draw another subsidy' })
  @ApiOkResponse({ type: ParcelCheckDto })
  check(@CurrentActor() actor: Actor, @Param('id', IdPipe) id: string) {
    return this.parcels.check(actor, id);
  }

  @Post('programmes/:id/findings')
  @Roles(Role.FinanceClerk)
  @ApiOperation({ summary: 'Take over the findings of a check of forage and livestock' })
  @ApiCreatedResponse({ type: FindingsTakenDto })
  take(@CurrentActor() actor: Actor, @Param('id', IdPipe) id: string, @Body() { runId }: TakeFindingsBody) {
    return this.findings.take(actor, id, runId);
  }

  @Get('programmes/:id/findings')
  @Roles(...READERS)
  @ApiOkResponse({ type: GrasslandFindingPageDto })
  found(@CurrentActor() actor: Actor, @Param('id', IdPipe) id: string, @Query() query: PageQuery) {
    const [after] = query.after(CURSOR_ID);
    return this.findings.list(actor, id, { after, limit: query.limit });
  }

  @Post('grassland/fines')
  @Roles(Role.FinanceClerk)
  @ApiOperation({ summary: 'Propose a fine; it stands in a book of its own' })
  @ApiCreatedResponse({ type: FineDto })
  propose(@CurrentActor() actor: Actor, @Body() body: FineBody) {
    return this.fines.propose(actor, body);
  }

  @Get('grassland/fines')
  @Roles(...READERS)
  @ApiOkResponse({ type: FinePageDto })
  fined(@CurrentActor() actor: Actor, @Query() query: PageQuery) {
    const [after] = query.after(CURSOR_ID);
    return this.fines.list(actor, { after, limit: query.limit });
  }

  @Post('grassland/fines/:id/decide')
  @Roles(Role.FinanceApprover)
  @HttpCode(200)
  @ApiOperation({ summary: 'Impose or reject, by another person than who proposed it' })
  @ApiOkResponse({ type: FineDto })
  decide(@CurrentActor() actor: Actor, @Param('id', IdPipe) id: string, @Body() { impose }: ImposeBody) {
    return this.fines.decide(actor, id, impose);
  }

  @Post('grassland/fines/:id/payment')
  @Roles(Role.FinanceClerk)
  @HttpCode(200)
  @ApiOkResponse({ type: FineDto })
  pay(@CurrentActor() actor: Actor, @Param('id', IdPipe) id: string, @Body() { slip }: SlipBody) {
    return this.fines.pay(actor, id, slip);
  }
}
