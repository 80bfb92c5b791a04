import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { FaultDto, TextDto } from '@qingheng/platform';

export class RunAskedDto {
  @ApiProperty() runId: string;
}

export class UnitResultDto {
  @ApiProperty({ description: 'Region, league or banner' }) code: string;
  @ApiProperty() level: string;
  @ApiProperty({ type: String, nullable: true }) parent: string | null;
  @ApiProperty() done: boolean;
  @ApiProperty({ type: Number, nullable: true }) households: number | null;
  @ApiProperty({ type: String, nullable: true }) amount: string | null;
}

export class BarDto {
  @ApiProperty() code: string;
  @ApiPropertyOptional({ type: TextDto }) message?: TextDto;
}

export class CalculationDto {
  @ApiProperty() id: string;
  @ApiProperty() status: string;
  @ApiProperty() method: string;
  @ApiProperty() methodVersion: string;
  @ApiProperty({ format: 'date' }) asOf: string;
  @ApiProperty() region: string;
  @ApiProperty() pool: string;
  @ApiProperty({ type: String, nullable: true }) total: string | null;
  @ApiProperty({ type: String, nullable: true }) unallotted: string | null;
  @ApiProperty({ type: Number, nullable: true }) households: number | null;
  @ApiProperty({ type: String, nullable: true }) resultHash: string | null;
  @ApiProperty({ type: [BarDto], description: 'What bars an approval' }) blocked: BarDto[];
  @ApiProperty({ type: [FaultDto] }) faults: FaultDto[];
  @ApiProperty({ format: 'date-time' }) createdAt: string;
  @ApiProperty({ type: String, format: 'date-time', nullable: true }) finishedAt: string | null;
  @ApiProperty({ type: [UnitResultDto] }) results: UnitResultDto[];
}

export class BannerChangeDto {
  @ApiProperty() banner: string;
  @ApiProperty() before: string;
  @ApiProperty() after: string;
  @ApiProperty() change: string;
  @ApiProperty() joined: number;
  @ApiProperty() left: number;
  @ApiProperty() raised: number;
  @ApiProperty() lowered: number;
  @ApiProperty() same: number;
}

export class ChangesDto {
  @ApiProperty({ type: String, nullable: true, description: 'The calculation before; null where there was none' })
  before: string | null;
  @ApiProperty({ type: [BannerChangeDto] }) banners: BannerChangeDto[];
}

export class HouseholdChangeDto {
  @ApiProperty() number: string;
  @ApiProperty({ type: String, nullable: true }) before: string | null;
  @ApiProperty({ type: String, nullable: true }) after: string | null;
  @ApiProperty() change: string;
}

export class HouseholdChangesDto {
  @ApiProperty({ type: [HouseholdChangeDto] }) items: HouseholdChangeDto[];
}

export class AllotmentDto {
  @ApiProperty() id: string;
  @ApiProperty() number: string;
  @ApiProperty({ description: 'Masked' }) name: string;
  @ApiProperty() amount: string;
  @ApiProperty({ type: 'object', additionalProperties: { type: 'string' } }) figures: Record<string, string>;
}

export class AllotmentPageDto {
  @ApiProperty({ type: [AllotmentDto] }) items: AllotmentDto[];
  @ApiPropertyOptional() nextCursor?: string;
}
