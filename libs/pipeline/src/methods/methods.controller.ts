import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiProperty, ApiPropertyOptional, ApiTags } from '@nestjs/swagger';
import { type Actor, AnyRole, CurrentActor, refuse, UnitOfWork } from '@qingheng/platform';
import { compareSheets, type Sheet } from '@qingheng/sheet';
import { IsOptional, Matches } from 'class-validator';
import { bodyOf, outcomeOf, summaryOf } from './method-view';
import { MethodDto, MethodPageDto } from './methods.dto';
import { MethodsService } from './methods.service';
import { ExampleOutcomeDto, MethodYamlDto, SheetChangeDto } from './proposal/method-proposal.dto';
import { MethodTrialBody, MethodTrialDto } from './trial/method-trial.dto';
import { MethodTrialService } from './trial/method-trial.service';

const VERSION = /^\d+\.\d+\.\d+$/;

class MethodQuery {
  @ApiPropertyOptional({ example: '1.0.0', description: 'Without it, the version that applies today' })
  @IsOptional()
  @Matches(VERSION)
  version?: string;
}

class MethodPairQuery {
  @ApiProperty({ example: '1.0.0' })
  @Matches(VERSION)
  from: string;

  @ApiProperty({ example: '1.1.0' })
  @Matches(VERSION)
  to: string;
}

@ApiTags('methods')
@Controller('methods')
@AnyRole()
export class MethodsController {
  constructor(
    private readonly methods: MethodsService,
    private readonly trials: MethodTrialService,
    private readonly work: UnitOfWork,
  ) {}

  @Get()
  @ApiOperation({ summary: 'Method sheets: every version, with source and validity' })
  @ApiOkResponse({ type: MethodPageDto })
  async list(@CurrentActor() actor: Actor) {
    return { items: (await this.work.run(actor, (manager) => this.methods.list(manager))).map(summaryOf) };
  }

  @Get(':domain/:name')
  @ApiOperation({ summary: 'One method sheet: parameters, tables, formulas, examples' })
  @ApiOkResponse({ type: MethodDto })
  async one(
    @CurrentActor() actor: Actor,
    @Param('domain') domain: string,
    @Param('name') name: string,
    @Query() { version }: MethodQuery,
  ) {
    const sheet = await this.sheetOf(actor, `${domain}/${name}`, version);
    const { examples, issuable } = this.methods.standing(sheet);
    return {
      ...summaryOf(sheet),
      issuable,
      examples: examples.map(({ example: { title, source }, ok }) => ({ title, source, ok })),
      ...bodyOf(sheet),
    };
  }

  @Get(':domain/:name/examples')
  @ApiOperation({ summary: 'The worked examples of a sheet, calculated: every figure beside the one that is expected' })
  @ApiOkResponse({ type: [ExampleOutcomeDto] })
  async examples(
    @CurrentActor() actor: Actor,
    @Param('domain') domain: string,
    @Param('name') name: string,
    @Query() { version }: MethodQuery,
  ): Promise<ExampleOutcomeDto[]> {
    return this.methods.standing(await this.sheetOf(actor, `${domain}/${name}`, version)).examples.map(outcomeOf);
  }

  @Get(':domain/:name/compare')
  @ApiOperation({ summary: 'What differs between two versions, place by place' })
  @ApiOkResponse({ type: [SheetChangeDto] })
  async compare(
    @CurrentActor() actor: Actor,
    @Param('domain') domain: string,
    @Param('name') name: string,
    @Query() { from, to }: MethodPairQuery,
  ): Promise<SheetChangeDto[]> {
    const id = `${domain}/${name}`;
    return compareSheets(await this.sheetOf(actor, id, from), await this.sheetOf(actor, id, to));
  }

  @Get(':domain/:name/yaml')
  @ApiOperation({ summary: 'The sheet as it was written' })
  @ApiOkResponse({ type: MethodYamlDto })
  async yaml(
    @CurrentActor() actor: Actor,
    @Param('domain') domain: string,
    @Param('name') name: string,
    @Query() { version }: MethodQuery,
  ): Promise<MethodYamlDto> {
    const yaml = await this.work.run(actor, async (manager) => {
      const sheet = await this.methods.of(manager, `${domain}/${name}`, { version });
      return this.methods.yamlOf(manager, sheet);
    });
    if (yaml === undefined) throw refuse('NOT_FOUND');
    return { yaml };
  }

  @Post(':domain/:name/try')
  @HttpCode(200)
  @ApiOperation({ summary: 'Calculate rows with a sheet, and explain a figure; nothing is stored' })
  @ApiOkResponse({ type: MethodTrialDto })
  try(
    @CurrentActor() actor: Actor,
    @Param('domain') domain: string,
    @Param('name') name: string,
    @Body() body: MethodTrialBody,
  ): Promise<MethodTrialDto> {
    const { version, asOf, region } = body;
    const choice = version ? { version } : { asOf, region };
    return this.trials.run(actor, (manager) => this.methods.of(manager, `${domain}/${name}`, choice), body);
  }

  private sheetOf(actor: Actor, id: string, version?: string): Promise<Sheet> {
    return this.work.run(actor, (manager) => this.methods.of(manager, id, { version }));
  }
}
