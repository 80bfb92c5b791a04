import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { PageQuery } from '@qingheng/platform';
import { Type } from 'class-transformer';
import { IsInt, IsNotEmpty, IsOptional, IsString, Matches, Max, MaxLength, Min } from 'class-validator';

export class NewObligationDto {
  @ApiProperty({ example: '1250000', description: 'verified emissions, whole tonnes CO2e' })
  @Matches(/^(0|[1-9]\d{0,14})$/)
  due: string;

  @ApiProperty({ example: 'ST2026-000012', description: 'the verified account or report it rests on' })
  @IsString()
  @IsNotEmpty()
  @MaxLength(200)
  basis: string;
}

export class FromStatementDto {
  @ApiProperty({ example: 'ST2026-000012', description: 'an issued account' })
  @Matches(/^ST\d{4}-\d{6,12}$/)
  statement: string;
}

export class AllocationFromStatementDto extends FromStatementDto {
  @ApiProperty({ example: 'CEA24' })
  @Matches(/^[A-Z0-9][A-Z0-9./-]{0,63}$/)
  asset: string;
}

export class ObligationQuery extends PageQuery {
  @ApiPropertyOptional({ example: 2024 })
  @IsOptional()
  @Type(() => Number)
  @IsInt()
  @Min(2013)
  @Max(2100)
  year?: number;
}

const CONFIDENCE = ['official', 'secondary', 'provisional'];

export class ObligationDto {
  @ApiProperty() organisationId: string;
  @ApiProperty() organisation: string;
  @ApiProperty() year: number;
  @ApiProperty() due: string;
  @ApiProperty() basis: string;
  @ApiProperty() surrendered: string;
  @ApiProperty() offset: string;
  @ApiProperty() offsetLimit: string;
  @ApiProperty({ description: 'still to be surrendered' }) left: string;
  @ApiProperty({ description: 'tradable allowances of eligible vintages' }) holding: string;
  @ApiProperty({ description: 'what is missing if nothing more is bought' }) shortfall: string;
  @ApiProperty() deadline: string;
  @ApiProperty({ enum: CONFIDENCE }) confidence: string;
}

export class ObligationPageDto {
  @ApiProperty({ type: [ObligationDto] }) items: ObligationDto[];
  @ApiPropertyOptional() nextCursor?: string;
}

class SurrenderStepDto {
  @ApiProperty({ enum: ['offset', 'surrender'] }) operation: 'offset' | 'surrender';
  @ApiProperty() asset: string;
  @ApiProperty() amount: string;
  @ApiProperty({ description: 'held afterwards' }) remains: string;
}

class PlanPriceDto {
  @ApiProperty() asset: string;
  @ApiProperty({ example: '97.40' }) yuan: string;
  @ApiProperty() on: string;
}

export class SurrenderPlanDto {
  @ApiProperty() due: string;
  @ApiProperty({ description: 'surrendered, offset or under way' }) used: string;
  @ApiProperty({ type: [SurrenderStepDto] }) steps: SurrenderStepDto[];
  @ApiProperty({ description: 'offsets that could still be used if they were held' }) offsetRoom: string;
  @ApiProperty() shortfall: string;
  @ApiProperty({ type: PlanPriceDto, nullable: true }) price: PlanPriceDto | null;
  @ApiProperty({ type: String, nullable: true, description: 'buying the shortfall at that price, yuan' }) cost:
    string | null;
  @ApiProperty({ type: String, nullable: true, description: 'fine at that price if nothing is done, yuan' })
  fineFrom: string | null;
  @ApiProperty({ type: String, nullable: true }) fineTo: string | null;
  @ApiProperty() deadline: string;
  @ApiProperty() source: string;
  @ApiProperty({ enum: CONFIDENCE }) confidence: string;
}

export class CalendarTaskDto {
  @ApiProperty() code: string;
  @ApiProperty() year: number;
  @ApiProperty() due: string;
  @ApiProperty({ enum: ['enterprise', 'reviewer', 'regulator'] }) for: string;
  @ApiProperty() zh: string;
  @ApiProperty() en: string;
  @ApiProperty() source: string;
  @ApiProperty({ enum: CONFIDENCE }) confidence: string;
  @ApiProperty({ description: 'days until it is due; below zero: days past' }) days: number;
  @ApiProperty({ type: Boolean, nullable: true, description: 'null where the service cannot tell' }) done:
    boolean | null;
}

export class ObligationReminderDto {
  @ApiProperty() organisation: string;
  @ApiProperty() year: number;
  @ApiProperty({ enum: ['d60', 'd30', 'd7', 'overdue'] }) stage: string;
  @ApiProperty() deadline: string;
  @ApiProperty({ description: 'tonnes left to surrender' }) left: string;
  @ApiProperty() seenAt: Date;
}
