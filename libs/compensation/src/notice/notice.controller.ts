import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import {
  ApiCreatedResponse,
  ApiNoContentResponse,
  ApiOkResponse,
  ApiOperation,
  ApiProperty,
  ApiPropertyOptional,
  ApiTags,
} from '@nestjs/swagger';
import { type Actor, CurrentActor, IdPipe, Public, Role, Roles } from '@qingheng/platform';
import { IsIn, IsISO8601, IsNotEmpty, IsOptional, IsString, Matches, MaxLength } from 'class-validator';
import { CURSOR_ID, READERS } from '../programme/programme.controller';
import { DAY, DecisionBody, ProgrammeDto } from '../programme/programme.dto';
import { HouseholdQuery } from '../roster/roster.dto';
import { DecisionService } from './decision.service';
import { NoticeService } from './notice.service';
import { PublishedListDto } from './published.dto';
import { PublishedService } from './published.service';
import { NoticeDto, ObjectionDto, ObjectionNotedDto, PublishedNoticeDto } from './notice.dto';

class NoticeBody {
  @ApiProperty({ format: 'date', description: 'First day; the programme says for how many days' })
  @Matches(DAY)
  @IsISO8601({ strict: true })
  from: string;

  @ApiProperty({ description: 'Where objections are received' })
  @IsString()
  @IsNotEmpty()
  @MaxLength(300)
  contact: string;
}

class ObjectionBody {
  @ApiPropertyOptional({ description: 'Household number, where it is about one' })
  @IsOptional()
  @IsString()
  @MaxLength(40)
  household?: string;

  @ApiProperty()
  @IsString()
  @IsNotEmpty()
  @MaxLength(4000)
  text: string;
}

class ResolutionBody {
  @ApiProperty({ enum: ['dismissed', 'upheld'] })
  @IsIn(['dismissed', 'upheld'])
  outcome: 'dismissed' | 'upheld';

  @ApiProperty()
  @IsString()
  @IsNotEmpty()
  @MaxLength(4000)
  reason: string;
}

class RemarksBody {
  @ApiPropertyOptional()
  @IsOptional()
  @IsString()
  @MaxLength(2000)
  remarks?: string;
}

@ApiTags('compensation')
@Controller('compensation')
export class NoticeController {
  constructor(
    private readonly decisions: DecisionService,
    private readonly notices: NoticeService,
    private readonly programmes: PublishedService,
  ) {}

  @Post('programmes/:id/review')
  @Roles(Role.Reviewer)
  @HttpCode(200)
  @ApiOperation({ summary: 'Pass the figures, or return them with remarks' })
  @ApiOkResponse({ type: ProgrammeDto })
  review(@CurrentActor() actor: Actor, @Param('id', IdPipe) id: string, @Body() { decision, remarks }: DecisionBody) {
    return this.decisions.review(actor, id, decision, remarks);
  }

  @Post('programmes/:id/notice')
  @Roles(Role.FinanceClerk)
  @ApiOperation({ summary: 'Open the public notice' })
  @ApiCreatedResponse({ type: NoticeDto })
  open(@CurrentActor() actor: Actor, @Param('id', IdPipe) id: string, @Body() body: NoticeBody) {
    return this.notices.open(actor, id, body);
  }

  @Get('published')
  @Public()
  @ApiOperation({ summary: 'Programmes under public notice, approved, paid or closed: sums by banner, nobody named' })
  @ApiOkResponse({ type: PublishedListDto })
  async publishedList(): Promise<PublishedListDto> {
    return { items: await this.programmes.list() };
  }

  @Get('notices/:id')
  @Public()
  @ApiOperation({ summary: 'The published list of a banner, names and numbers masked, in the days of the notice' })
  @ApiOkResponse({ type: PublishedNoticeDto })
  published(@Param('id', IdPipe) id: string, @Query() query: HouseholdQuery) {
    const [after] = query.after(CURSOR_ID);
    return this.notices.published(id, { banner: query.banner, after, limit: query.limit });
  }

  @Get('programmes/:id/objections')
  @Roles(...READERS)
  @ApiOkResponse({ type: [ObjectionDto] })
  objections(@CurrentActor() actor: Actor, @Param('id', IdPipe) id: string) {
    return this.notices.objections(actor, id);
  }

  @Post('programmes/:id/objections')
  @Roles(Role.FinanceClerk)
  @ApiOperation({ summary: 'Note an objection that was received' })
  @ApiCreatedResponse({ type: ObjectionNotedDto })
  object(@CurrentActor() actor: Actor, @Param('id', IdPipe) id: string, @Body() body: ObjectionBody) {
    return this.notices.object(actor, id, body);
  }

  @Post('programmes/:id/objections/:objection/resolve')
  @Roles(Role.FinanceClerk)
  @HttpCode(204)
  @ApiNoContentResponse()
  async resolve(
    @CurrentActor() actor: Actor,
    @Param('id', IdPipe) id: string,
    @Param('objection', IdPipe) objection: string,
    @Body() body: ResolutionBody,
  ): Promise<void> {
    await this.notices.resolve(actor, id, objection, body);
  }

  @Post('programmes/:id/approve')
  @Roles(Role.FinanceApprover)
  @HttpCode(200)
  @ApiOperation({ summary: 'Approve after the notice, or return with remarks' })
  @ApiOkResponse({ type: ProgrammeDto })
  approve(@CurrentActor() actor: Actor, @Param('id', IdPipe) id: string, @Body() { decision, remarks }: DecisionBody) {
    return this.decisions.approve(actor, id, decision, remarks);
  }

  @Post('programmes/:id/close')
  @Roles(Role.FinanceApprover)
  @HttpCode(200)
  @ApiOperation({ summary: 'Close a programme that is paid in full' })
  @ApiOkResponse({ type: ProgrammeDto })
  close(@CurrentActor() actor: Actor, @Param('id', IdPipe) id: string, @Body() { remarks }: RemarksBody) {
    return this.decisions.close(actor, id, remarks);
  }
}
