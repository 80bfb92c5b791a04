import { Body, Controller, HttpCode, Param, Post } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiPropertyOptional, ApiTags } from '@nestjs/swagger';
import { type Actor, CurrentActor, IdPipe, Role, Roles } from '@qingheng/platform';
import { IsOptional, IsString, MaxLength } from 'class-validator';
import { IssueService } from './issue.service';
import { IssuedDto } from './statement.dto';

class IssueDto {
  @ApiPropertyOptional({ description: 'Which product, where the result has several' })
  @IsOptional()
  @IsString()
  @MaxLength(200)
  product?: string;
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
