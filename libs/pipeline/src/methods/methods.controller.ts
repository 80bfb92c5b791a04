import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiPropertyOptional, ApiTags } from '@nestjs/swagger';
import { AnyRole } from '@qingheng/platform';
import type { Sheet } from '@qingheng/sheet';
import { IsOptional, Matches } from 'class-validator';
import { MethodsService } from './methods.service';
import { MethodDto, MethodPageDto } from './methods.dto';

class MethodQuery {
  @ApiPropertyOptional({ example: '1.0.0', description: 'Without it, the version that applies today' })
  @IsOptional()
  @Matches(/^\d+\.\d+\.\d+$/)
  version?: string;
}

@ApiTags('methods')
@Controller('methods')
@AnyRole()
export class MethodsController {
  constructor(private readonly methods: MethodsService) {}

  @Get()
  @ApiOperation({ summary: 'Method sheets: every version, with source and validity' })
  @ApiOkResponse({ type: MethodPageDto })
  list() {
    return { items: this.methods.list().map(summaryOf) };
  }

  @Get(':domain/:name')
  @ApiOperation({ summary: 'One method sheet: parameters, tables, formulas, examples' })
  @ApiOkResponse({ type: MethodDto })
  one(@Param('domain') domain: string, @Param('name') name: string, @Query() { version }: MethodQuery) {
    const sheet = this.methods.get(`${domain}/${name}`, { version });
    const { examples, issuable } = this.methods.standing(sheet);
    const { parameters, lookups, tables, outputs } = sheet;
    return {
      ...summaryOf(sheet),
      issuable,
      examples: sheet.examples.map(({ title, source }, i) => ({ title, source, ok: examples[i] })),
      ...(withoutTrees({ parameters, lookups, tables, outputs }) as Pick<Sheet, 'tables'>),
    };
  }
}

const summaryOf = ({ id, version, title, summary, source, valid, regions, hash }: Sheet) => ({
  id,
  version,
  title,
  summary,
  source,
  valid,
  regions,
  hash,
});

/** Formulas go out as they were written; their parsed form is our own business. */
const withoutTrees = (part: object): unknown =>
  JSON.parse(JSON.stringify(part, (key, value: unknown) => (key === 'ast' || key === 'asts' ? undefined : value)));
