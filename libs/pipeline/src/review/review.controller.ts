import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiProperty, ApiPropertyOptional, ApiTags } from '@nestjs/swagger';
import { type Actor, CurrentActor, IdPipe, PageQuery, Role, Roles } from '@qingheng/platform';
import { IsIn, IsOptional, IsString, MaxLength } from 'class-validator';
import { CURSOR_ID } from '../filing/filing.controller';
import { FilingDto, FilingPageDto } from '../filing/filing.dto';
import { FilingReader } from '../filing/filing-view';
import { ReviewService } from './review.service';

class ReviewQuery extends PageQuery {
  @ApiPropertyOptional({ enum: ['open', 'approved', 'returned'], default: 'open' })
  @IsOptional()
  @IsIn(['open', 'approved', 'returned'])
  status: 'open' | 'approved' | 'returned' = 'open';
}

class ReviewDecisionDto {
  @ApiProperty({ enum: ['approve', 'return'] })
  @IsIn(['approve', 'return'])
  decision: 'approve' | 'return';

  @ApiPropertyOptional({ description: 'Needed where the filing goes back' })
  @IsOptional()
  @IsString()
  @MaxLength(2000)
  remarks?: string;
}

@ApiTags('reviews')
@Controller()
@Roles(Role.Reviewer)
export class ReviewController {
  constructor(
    private readonly reviews: ReviewService,
    private readonly reader: FilingReader,
  ) {}

  @Get('reviews')
  @ApiOperation({ summary: 'Filings that wait for a review, or were approved or returned' })
  @ApiOkResponse({ type: FilingPageDto })
  list(@CurrentActor() actor: Actor, @Query() query: ReviewQuery): Promise<FilingPageDto> {
    const [after] = query.after(CURSOR_ID);
    const status = query.status === 'open' ? ('in_review' as const) : query.status;
    return this.reader.list(actor, { status: [status], limit: query.limit, after });
  }

  @Post('filings/:id/review')
  @HttpCode(200)
  @ApiOperation({ summary: 'Approve, or return with remarks; never by somebody who wrote in it' })
  @ApiOkResponse({ type: FilingDto })
  async decide(
    @CurrentActor() actor: Actor,
    @Param('id', IdPipe) id: string,
    @Body() { decision, remarks = '' }: ReviewDecisionDto,
  ): Promise<FilingDto> {
    await this.reviews.decide(actor, id, decision, remarks);
    return this.reader.one(actor, id);
  }
}
