import { Body, Controller, HttpCode, Param, Post } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiProperty, ApiPropertyOptional, ApiTags } from '@nestjs/swagger';
import { type Actor, CurrentActor, IdPipe, Role, Roles } from '@qingheng/platform';
import { Type } from 'class-transformer';
import { ArrayMaxSize, IsArray, IsIn, IsOptional, IsString, Matches, MaxLength, ValidateNested } from 'class-validator';
import { IssueService } from './issue.service';
import { IssuedDto } from './statement.dto';

class OffsetWishDto {
  @ApiProperty({ example: 'SC24' })
  @IsString()
  @MaxLength(64)
  asset: string;

  @ApiProperty({ type: [String], example: ['1-250'], description: 'cancelled by the holder' })
  @IsArray()
  @ArrayMaxSize(100)
  @IsString({ each: true })
  serials: string[];

  @ApiProperty({ example: '1000', description: 'declared units that are offset; decimal' })
  @Matches(/^(0|[1-9]\d{0,14})(\.\d{1,6})?$/)
  quantity: string;
}

class IssueDto {
  @ApiPropertyOptional({ description: 'Which product, where the result has several' })
  @IsOptional()
  @IsString()
  @MaxLength(200)
  product?: string;

  @ApiPropertyOptional({
    enum: ['footprint', 'reduced', 'neutral'],
    default: 'footprint',
    description: 'Kind of label',
  })
  @IsOptional()
  @IsIn(['footprint', 'reduced', 'neutral'])
  kind?: string;

  @ApiPropertyOptional({ description: 'Of a reduced label: the own label of the base period' })
  @IsOptional()
  @IsString()
  @MaxLength(40)
  baseline?: string;

  @ApiPropertyOptional({ type: OffsetWishDto, description: 'Of a neutral label: what offsets it' })
  @IsOptional()
  @ValidateNested()
  @Type(() => OffsetWishDto)
  offset?: OffsetWishDto;
}

@ApiTags('filings')
@Controller('filings')
export class IssueController {
  constructor(private readonly issues: IssueService) {}

  @Post(':id/issue')
  @Roles(Role.Reviewer, Role.MethodAdmin)
  @HttpCode(200)
  @ApiOperation({ summary: 'Issue what the approved result stands for: a label for a footprint' })
  @ApiOkResponse({ type: IssuedDto })
  issue(@CurrentActor() actor: Actor, @Param('id', IdPipe) id: string, @Body() options: IssueDto): Promise<object> {
    return this.issues.issue(actor, id, { ...options });
  }
}
