import { ApiProperty } from '@nestjs/swagger';
import { IsIn, IsISO8601, IsNotEmpty, IsObject, IsString, IsUUID, Matches, MaxLength } from 'class-validator';
import { SinkPersonDto } from '../verification/verification.dto';
import { type Cause, CAUSES } from './reversal.types';

export class NewSinkReversalDto {
  @ApiProperty({ type: 'object', additionalProperties: true, description: 'GeoJSON, CGCS2000 degrees' })
  @IsObject()
  geometry: object;

  @ApiProperty({ format: 'date' })
  @Matches(/^\d{4}-\d{2}-\d{2}$/)
  @IsISO8601({ strict: true })
  happenedOn: string;

  @ApiProperty({ enum: CAUSES })
  @IsIn(CAUSES)
  cause: Cause;

  @ApiProperty({ description: 'Decimal, t CO2e against the stock verified last', example: '120.5' })
  @Matches(/^(?!0+(\.0+)?$)\d{1,12}(\.\d{1,3})?$/)
  loss: string;

  @ApiProperty({ description: 'What happened and how the loss was found' })
  @IsString()
  @IsNotEmpty()
  @MaxLength(2000)
  note: string;
}

export class SinkReversalDecisionDto {
  @ApiProperty({ enum: ['confirm', 'reject'] })
  @IsIn(['confirm', 'reject'])
  decision: 'confirm' | 'reject';

  @ApiProperty()
  @IsString()
  @IsNotEmpty()
  @MaxLength(2000)
  reason: string;
}

export class SinkRestorationDto {
  @ApiProperty({ format: 'uuid', description: 'A later passed verification of the project' })
  @IsUUID()
  verification: string;
}

export class SinkReversalDto {
  @ApiProperty({ format: 'uuid' }) id: string;
  @ApiProperty({ example: 'SR2026-00001' }) number: string;
  @ApiProperty({ format: 'uuid' }) organisationId: string;
  @ApiProperty({ format: 'uuid' }) projectId: string;
  @ApiProperty({ description: 'Decimal: inside the project' }) hectares: string;
  @ApiProperty({ format: 'date' }) happenedOn: string;
  @ApiProperty({ enum: CAUSES }) cause: Cause;
  @ApiProperty() note: string;
  @ApiProperty({ description: 'Decimal, t CO2e' }) verifiedStock: string;
  @ApiProperty({ description: 'Decimal, t CO2e: the verified stock by the share of the land' }) estimate: string;
  @ApiProperty({ description: 'Decimal, t CO2e' }) loss: string;
  @ApiProperty({ enum: ['reported', 'confirmed', 'restored', 'rejected'] })
  status: 'reported' | 'confirmed' | 'restored' | 'rejected';
  @ApiProperty({ type: String, nullable: true, description: 'Whole t CO2e that must be made good' }) owed:
    string | null;
  @ApiProperty({ type: String, nullable: true, description: 'Whole t CO2e drawn from the buffer' }) drawn:
    string | null;
  @ApiProperty({ type: SinkPersonDto }) reportedBy: SinkPersonDto;
  @ApiProperty({ format: 'date-time', type: String }) reportedAt: Date;
  @ApiProperty({ type: SinkPersonDto, nullable: true }) decidedBy: SinkPersonDto | null;
  @ApiProperty({ format: 'date-time', type: String, nullable: true }) decidedAt: Date | null;
  @ApiProperty({ type: String, nullable: true }) decision: string | null;
  @ApiProperty({ type: SinkPersonDto, nullable: true }) restoredBy: SinkPersonDto | null;
  @ApiProperty({ format: 'date-time', type: String, nullable: true }) restoredAt: Date | null;
}
