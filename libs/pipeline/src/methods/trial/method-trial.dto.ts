import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsObject, IsOptional, IsString, Matches, MaxLength } from 'class-validator';
import { FiledInputDto } from '../../filing/input.dto';
import { ExplanationDto, RunResultDto } from '../../run/run.dto';

export class MethodTrialBody {
  @ApiProperty({ type: FiledInputDto, description: 'As it would be filed' })
  @IsObject()
  input: FiledInputDto;

  @ApiPropertyOptional({ description: 'Without it, the version that applies on the day' })
  @IsOptional()
  @Matches(/^\d+\.\d+\.\d+$/)
  version?: string;

  @ApiPropertyOptional({ format: 'date', description: 'Whose values apply; today without it' })
  @IsOptional()
  @Matches(/^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/)
  asOf?: string;

  @ApiPropertyOptional({ example: '150500' })
  @IsOptional()
  @Matches(/^\d{2,6}$/)
  region?: string;

  @ApiPropertyOptional({ description: 'A cell to be explained: table/key/column or output/name' })
  @IsOptional()
  @IsString()
  @MaxLength(500)
  explain?: string;
}

export class MethodTrialDto {
  @ApiProperty({ type: RunResultDto }) result: RunResultDto;
  @ApiPropertyOptional({ type: ExplanationDto }) explanation?: ExplanationDto;
}
