import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { IsIn, IsInt, IsOptional, IsString, Max, MaxLength, Min } from 'class-validator';

export class UploadDto {
  @ApiPropertyOptional({ description: 'how many lines the sender says there are' })
  @IsOptional()
  @Type(() => Number)
  @IsInt()
  @Min(0)
  @Max(100_000_000)
  lines?: number;

  @ApiPropertyOptional({ description: 'what the sender says the amounts (registry: quantities) add up to' })
  @IsOptional()
  @IsString()
  @MaxLength(40)
  total?: string;

  @ApiPropertyOptional({ description: 'JSON: for each of our columns the name in the file; kept for the next time' })
  @IsOptional()
  @IsString()
  @MaxLength(4000)
  mapping?: string;
}

export class ReportQuery {
  @ApiPropertyOptional({ enum: ['html', 'pdf', 'xlsx'], default: 'html' })
  @IsOptional()
  @IsIn(['html', 'pdf', 'xlsx'])
  format: 'html' | 'pdf' | 'xlsx' = 'html';
}

class BookDto {
  @ApiProperty({ enum: ['deals', 'registry', 'bank'] }) book: string;
  @ApiProperty() name: string;
  @ApiProperty() lines: number;
  @ApiProperty() total: string;
  @ApiProperty() uploadedAt: string;
}

export class DayDto {
  @ApiProperty({ example: '2024-12-24' }) tradeDate: string;
  @ApiProperty({ enum: ['open', 'closed'] }) status: string;
  @ApiProperty({ type: [BookDto] }) files: BookDto[];
  @ApiProperty({ type: 'object', nullable: true, additionalProperties: true }) totals: Record<
    string,
    string | number
  > | null;
  @ApiProperty() open: number;
  @ApiProperty() explained: number;
  @ApiProperty() resolved: number;
  @ApiProperty({ type: 'object', nullable: true, additionalProperties: true }) report: object | null;
  @ApiProperty({ type: String, nullable: true, description: 'the report, signed (JWS, ES256)' }) jws: string | null;
  @ApiProperty({ type: Date, nullable: true }) closedAt: Date | null;
}

export class DayPageDto {
  @ApiProperty({ type: [DayDto] }) items: DayDto[];
  @ApiPropertyOptional() nextCursor?: string;
}
