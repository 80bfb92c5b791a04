import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import {
  ApiCreatedResponse,
  ApiOkResponse,
  ApiOperation,
  ApiProperty,
  ApiPropertyOptional,
  ApiTags,
} from '@nestjs/swagger';
import { type Actor, CurrentActor, IdPipe, PageQuery, Role, Roles } from '@qingheng/platform';
import { Type } from 'class-transformer';
import {
  IsIn,
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
import { CURSOR_ID, READERS } from '../programme/programme.controller';
import { DAY } from '../programme/programme.dto';
import { HouseholdDecisionDto, HouseholdDecisionPageDto, DocumentBody } from './decision.dto';
import { type Kind, KINDS } from './decision.record';
import { WithholdingService } from './withholding.service';

class DecisionWishBody {
  @ApiProperty({ description: 'Household number' })
  @IsString()
  @IsNotEmpty()
  @MaxLength(40)
  household: string;

  @ApiProperty({ enum: KINDS, description: '缓拨 hold, release, 减拨 reduce, 停拨 stop, restore, 追回 recover' })
  @IsIn(KINDS)
  kind: Kind;

  @ApiPropertyOptional({ example: '120.00', description: 'Yuan; of a reduction or a claim' })
  @IsOptional()
  @IsString()
  @MaxLength(20)
  amount?: string;

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

  @ApiPropertyOptional({ example: '内蒙古自治区草畜平衡和禁牧休牧条例第二十九条' })
  @IsOptional()
  @IsString()
  @MaxLength(300)
  clause?: string;

  @ApiPropertyOptional({ format: 'uuid', description: 'The claim that a reduction sets off, or what is restored' })
  @IsOptional()
  @IsUUID()
  settles?: string;
}

class RejectionBody {
  @ApiProperty()
  @IsString()
  @IsNotEmpty()
  @MaxLength(2000)
  remarks: string;
}

class ReceiptBody {
  @ApiProperty({ example: '120.00' })
  @IsString()
  @MaxLength(20)
  amount: string;

  @ApiProperty({ description: 'Number of the bank slip' })
  @IsString()
  @IsNotEmpty()
  @MaxLength(100)
  reference: string;

  @ApiProperty({ format: 'date' })
  @Matches(DAY)
  @IsISO8601({ strict: true })
  on: string;
}

class DecisionQuery extends PageQuery {
  @ApiPropertyOptional({ enum: ['proposed', 'confirmed', 'rejected'] })
  @IsOptional()
  @IsIn(['proposed', 'confirmed', 'rejected'])
  status?: string;
}

@ApiTags('compensation')
@Controller('compensation')
export class WithholdingController {
  constructor(private readonly decisions: WithholdingService) {}

  @Post('programmes/:id/decisions')
  @Roles(Role.FinanceClerk)
  @ApiOperation({ summary: 'Propose to hold, reduce, stop or recover the payment of a household, with its document' })
  @ApiCreatedResponse({ type: HouseholdDecisionDto })
  propose(@CurrentActor() actor: Actor, @Param('id', IdPipe) id: string, @Body() body: DecisionWishBody) {
    return this.decisions.propose(actor, id, body);
  }

  @Get('programmes/:id/decisions')
  @Roles(...READERS)
  @ApiOperation({ summary: 'Decisions on households, newest first, with their signed lines' })
  @ApiOkResponse({ type: HouseholdDecisionPageDto })
  list(@CurrentActor() actor: Actor, @Param('id', IdPipe) id: string, @Query() query: DecisionQuery) {
    const [after] = query.after(CURSOR_ID);
    return this.decisions.list(actor, id, { after, limit: query.limit, status: query.status });
  }

  @Post('decisions/:id/confirm')
  @Roles(Role.FinanceApprover)
  @HttpCode(200)
  @ApiOperation({ summary: 'Confirm, by another person than who proposed it' })
  @ApiOkResponse({ type: HouseholdDecisionDto })
  confirm(@CurrentActor() actor: Actor, @Param('id', IdPipe) id: string) {
    return this.decisions.confirm(actor, id);
  }

  @Post('decisions/:id/reject')
  @Roles(Role.FinanceApprover)
  @HttpCode(200)
  @ApiOkResponse({ type: HouseholdDecisionDto })
  reject(@CurrentActor() actor: Actor, @Param('id', IdPipe) id: string, @Body() { remarks }: RejectionBody) {
    return this.decisions.reject(actor, id, remarks);
  }

  @Post('decisions/:id/receipts')
  @Roles(Role.FinanceClerk)
  @HttpCode(200)
  @ApiOperation({ summary: 'Money given back on a claim' })
  @ApiOkResponse({ type: HouseholdDecisionDto })
  receive(@CurrentActor() actor: Actor, @Param('id', IdPipe) id: string, @Body() body: ReceiptBody) {
    return this.decisions.receive(actor, id, body);
  }
}
