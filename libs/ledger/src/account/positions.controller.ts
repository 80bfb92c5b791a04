import { Controller, Get, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiProperty, ApiPropertyOptional, ApiTags } from '@nestjs/swagger';
import { type Actor, AnyRole, CurrentActor, Role, Roles } from '@qingheng/platform';
import { IsOptional, IsUUID } from 'class-validator';
import { PositionsService } from './positions.service';

class PositionQuery {
  @ApiPropertyOptional({ format: 'uuid' })
  @IsOptional()
  @IsUUID()
  organisation?: string;
}

class PositionDto {
  @ApiProperty() asset: string;
  @ApiProperty() kind: string;
  @ApiProperty() unit: string;
  @ApiProperty({ type: Number, nullable: true }) vintage: number | null;
  @ApiProperty() tradable: string;
  @ApiProperty({ description: 'on hold, pledged, frozen or in the buffer' }) held: string;
  @ApiProperty() surrendered: string;
  @ApiProperty() retired: string;
  @ApiProperty() carriedOver: string;
}

class LotProofDto extends PositionDto {
  @ApiProperty() issued: string;
  @ApiProperty({ type: String, nullable: true, description: 'serial numbers in lots' }) serials: string | null;
  @ApiProperty({ description: 'issued = tradable + held + surrendered + retired + carried over, and as many serials' })
  agrees: boolean;
}

@ApiTags('ledger')
@Controller('ledger')
export class PositionsController {
  constructor(private readonly positions: PositionsService) {}

  @Get('positions')
  @AnyRole()
  @ApiOperation({ summary: 'What is held, by asset and vintage and what it is there for' })
  @ApiOkResponse({ type: [PositionDto] })
  list(@CurrentActor() actor: Actor, @Query() { organisation }: PositionQuery): Promise<PositionDto[]> {
    return this.positions.positions(actor, organisation);
  }

  @Get('proof')
  @Roles(Role.Regulator, Role.Auditor, Role.Trader)
  @ApiOperation({ summary: 'That all that was issued is held by somebody, once' })
  @ApiOkResponse({ type: [LotProofDto] })
  proof(@CurrentActor() actor: Actor): Promise<LotProofDto[]> {
    return this.positions.proof(actor);
  }
}
