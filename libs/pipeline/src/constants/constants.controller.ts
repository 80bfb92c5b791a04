import { Body, Controller, Get, HttpCode, Param, ParseIntPipe, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiNoContentResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { type Actor, AnyRole, CurrentActor, Role, Roles } from '@qingheng/platform';
import { ConstantsDecisionBody, ConstantsEntryDto, MethodConstantsDto, NewConstantsBody } from './constants.dto';
import { ConstantsService } from './constants.service';

@ApiTags('methods')
@Controller('methods/:domain/:name/constants')
export class ConstantsController {
  constructor(private readonly constants: ConstantsService) {}

  @Get()
  @AnyRole()
  @ApiOperation({
    summary: 'Constants that the sheet holds as provisional, what was entered for them, and what is in force',
  })
  @ApiOkResponse({ type: MethodConstantsDto })
  view(@CurrentActor() actor: Actor, @Param('domain') domain: string, @Param('name') name: string) {
    return this.constants.view(actor, `${domain}/${name}`);
  }

  @Post()
  @Roles(Role.MethodAdmin, Role.Reviewer)
  @ApiOperation({ summary: 'Enter every constant from the official text: value, unit, clause; every fault is named' })
  @ApiCreatedResponse({ type: ConstantsEntryDto })
  enter(
    @CurrentActor() actor: Actor,
    @Param('domain') domain: string,
    @Param('name') name: string,
    @Body() body: NewConstantsBody,
  ) {
    return this.constants.enter(actor, `${domain}/${name}`, body);
  }

  @Post(':number/decision')
  @Roles(Role.MethodAdmin, Role.Reviewer)
  @HttpCode(200)
  @ApiOperation({ summary: 'Approve, or send back with remarks; never by whoever entered them' })
  @ApiOkResponse({ type: ConstantsEntryDto })
  decide(
    @CurrentActor() actor: Actor,
    @Param('domain') domain: string,
    @Param('name') name: string,
    @Param('number', ParseIntPipe) number: number,
    @Body() { decision, remarks }: ConstantsDecisionBody,
  ) {
    return this.constants.decide(actor, `${domain}/${name}`, number, decision, remarks ?? '');
  }

  @Post(':number/withdraw')
  @Roles(Role.MethodAdmin, Role.Reviewer)
  @HttpCode(204)
  @ApiOperation({ summary: 'Take back an entry of your own that nobody has decided' })
  @ApiNoContentResponse()
  async withdraw(
    @CurrentActor() actor: Actor,
    @Param('domain') domain: string,
    @Param('name') name: string,
    @Param('number', ParseIntPipe) number: number,
  ): Promise<void> {
    await this.constants.withdraw(actor, `${domain}/${name}`, number);
  }
}
