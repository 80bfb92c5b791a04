import { Body, Controller, Get, HttpCode, Post } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Role, Roles } from '@qingheng/platform';
import { CompareDto, RuleSetComparisonDto, RuleBookDto, SeriesDto, SeriesPointDto } from './rule-set.dto';
import { RuleSetService } from './rule-set.service';

const READERS = [Role.Filer, Role.Reviewer, Role.MethodAdmin, Role.Regulator, Role.Auditor] as const;

@ApiTags('ecoproduct')
@Controller('ecoproduct/rule-sets')
@Roles(...READERS)
export class RuleSetController {
  constructor(private readonly rules: RuleSetService) {}

  @Get()
  @ApiOperation({ summary: 'Rule sets with their indicator trees, the price book, quantities to try them on' })
  @ApiOkResponse({ type: RuleBookDto })
  all() {
    return this.rules.rules();
  }

  @Post('compare')
  @HttpCode(200)
  @ApiOperation({
    summary: 'The difference of two accounts, split exactly into indicator, formula, parameter, price, data',
  })
  @ApiOkResponse({ type: RuleSetComparisonDto })
  compare(@Body() body: CompareDto) {
    return this.rules.compare(body);
  }

  @Post('series')
  @HttpCode(200)
  @ApiOperation({ summary: 'An account over years at current and at constant prices, with volume and price effect' })
  @ApiOkResponse({ type: [SeriesPointDto] })
  series(@Body() { region, years }: SeriesDto) {
    return this.rules.series(region, years);
  }
}
