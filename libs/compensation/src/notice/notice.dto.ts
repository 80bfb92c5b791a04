import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { PersonNameDto } from '@qingheng/platform';
import { LegalBasisDto } from '../programme/programme.dto';

export class NoticeDto {
  @ApiProperty() id: string;
  @ApiProperty({ format: 'date' }) from: string;
  @ApiProperty({ format: 'date' }) to: string;
  @ApiProperty() contact: string;
}

export class NoticeLineDto {
  @ApiProperty() number: string;
  @ApiProperty({ description: 'Masked' }) name: string;
  @ApiProperty({ description: 'Masked' }) identity: string;
  @ApiProperty({ type: 'object', additionalProperties: { type: 'string' } }) quantities: Record<string, string>;
  @ApiProperty() amount: string;
}

export class PublishedNoticeDto {
  @ApiProperty() title: string;
  @ApiProperty() year: number;
  @ApiProperty({ type: [LegalBasisDto] }) legalBasis: LegalBasisDto[];
  @ApiProperty() method: string;
  @ApiProperty({ format: 'date' }) from: string;
  @ApiProperty({ format: 'date' }) to: string;
  @ApiProperty() contact: string;
  @ApiProperty({ type: [NoticeLineDto] }) items: NoticeLineDto[];
  @ApiPropertyOptional() nextCursor?: string;
}

export class ObjectionDto {
  @ApiProperty() id: string;
  @ApiProperty({ type: String, nullable: true }) household: string | null;
  @ApiProperty() text: string;
  @ApiProperty({ type: PersonNameDto }) receivedBy: PersonNameDto;
  @ApiProperty({ format: 'date-time' }) receivedAt: string;
  @ApiProperty({ enum: ['dismissed', 'upheld'], nullable: true }) outcome: 'dismissed' | 'upheld' | null;
  @ApiProperty({ type: String, nullable: true }) reason: string | null;
  @ApiProperty({ type: PersonNameDto, nullable: true }) resolvedBy: PersonNameDto | null;
}

export class ObjectionNotedDto {
  @ApiProperty() id: string;
}
