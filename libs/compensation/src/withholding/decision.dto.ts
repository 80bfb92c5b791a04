import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { PersonNameDto } from '@qingheng/platform';
import { IsISO8601, IsNotEmpty, IsOptional, IsString, Matches, MaxLength } from 'class-validator';
import { DAY } from '../programme/programme.dto';

export class DocumentBody {
  @ApiProperty({ example: '关于暂缓发放草原补奖的决定' })
  @IsString()
  @IsNotEmpty()
  @MaxLength(300)
  title: string;

  @ApiPropertyOptional({ example: '锡林草监〔2024〕12号' })
  @IsOptional()
  @IsString()
  @MaxLength(100)
  number?: string;

  @ApiPropertyOptional({ format: 'date' })
  @IsOptional()
  @Matches(DAY)
  @IsISO8601({ strict: true })
  date?: string;
}

export class DecisionLineDto {
  @ApiProperty() kind: string;
  @ApiProperty() amount: string;
  @ApiProperty() reference: string;
  @ApiProperty({ format: 'date' }) on: string;
}

export class HouseholdDecisionDto {
  @ApiProperty() id: string;
  @ApiProperty() number: string;
  @ApiProperty() programmeId: string;
  @ApiProperty() household: string;
  @ApiProperty() banner: string;
  @ApiProperty({ enum: ['hold', 'release', 'reduce', 'stop', 'restore', 'recover'] }) kind:
    'hold' | 'release' | 'reduce' | 'stop' | 'restore' | 'recover';
  @ApiProperty({ type: String, nullable: true }) amount: string | null;
  @ApiProperty({ type: String, nullable: true, description: 'Of a claim: what neither came back nor was set off' })
  outstanding: string | null;
  @ApiProperty({ type: String, nullable: true }) settles: string | null;
  @ApiProperty() reason: string;
  @ApiProperty({ type: DocumentBody }) document: DocumentBody;
  @ApiProperty() clause: string;
  @ApiProperty({ enum: ['proposed', 'confirmed', 'rejected'] }) status: 'proposed' | 'confirmed' | 'rejected';
  @ApiProperty({ type: PersonNameDto }) proposedBy: PersonNameDto;
  @ApiProperty({ format: 'date-time' }) proposedAt: string;
  @ApiProperty({ type: PersonNameDto, nullable: true }) decidedBy: PersonNameDto | null;
  @ApiProperty({ type: String, format: 'date-time', nullable: true }) decidedAt: string | null;
  @ApiProperty() remarks: string;
  @ApiProperty({ type: [DecisionLineDto] }) lines: DecisionLineDto[];
}

export class HouseholdDecisionPageDto {
  @ApiProperty({ type: [HouseholdDecisionDto] }) items: HouseholdDecisionDto[];
  @ApiPropertyOptional() nextCursor?: string;
}
