import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { PageQuery } from '@qingheng/platform';
import { Type } from 'class-transformer';
import { IsInt, IsOptional, IsString, Max, MaxLength, Min } from 'class-validator';

const text = { type: String, nullable: true } as const;

class RoundDto {
  @ApiProperty()
  round: number;

  @ApiProperty({ format: 'date' })
  visitedOn: string;
}

export class PlotDto {
  @ApiProperty()
  code: string;

  @ApiProperty({ enum: ['permanent', 'temporary'] })
  kind: string;

  @ApiProperty({ enum: ['circle', 'square', 'rectangle'] })
  form: string;

  @ApiProperty({ description: 'Decimal, as laid out' })
  laidM2: string;

  @ApiProperty({ enum: ['horizontal', 'slope'] })
  laid: string;

  @ApiProperty()
  slopeDegrees: string;

  @ApiProperty({ description: 'Decimal, hectares, horizontal' })
  areaHa: string;

  @ApiProperty({ description: 'Degrees; to some kilometres for those who neither work on the plot nor check it' })
  longitude: string;

  @ApiProperty()
  latitude: string;

  @ApiProperty({ description: 'Whether the position is the true one' })
  exact: boolean;

  @ApiProperty(text)
  accuracyM: string | null;

  @ApiProperty(text)
  stratum: string | null;

  @ApiProperty({ ...text, description: 'Activity area around it; none where the boundary has moved away' })
  area: string | null;

  @ApiProperty({ format: 'date' })
  establishedOn: string;

  @ApiProperty({ type: [RoundDto] })
  visits: RoundDto[];
}

export class PlotPageDto {
  @ApiProperty({ type: [PlotDto] })
  items: PlotDto[];

  @ApiPropertyOptional()
  nextCursor?: string;
}

export class RowsQuery extends PageQuery {
  @ApiPropertyOptional()
  @IsOptional()
  @IsString()
  @MaxLength(40)
  plot?: string;

  @ApiPropertyOptional()
  @IsOptional()
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(99)
  round?: number;
}

export class RowsDto {
  @ApiProperty({
    type: 'array',
    items: { type: 'object', additionalProperties: { type: 'string', nullable: true } },
    description: 'Columns as the form names them',
  })
  items: object[];

  @ApiPropertyOptional()
  nextCursor?: string;
}
