import { Controller, Get, HttpCode, Param, Post, Query, Req, Res, StreamableFile } from '@nestjs/common';
import {
  ApiAcceptedResponse,
  ApiConsumes,
  ApiNoContentResponse,
  ApiOkResponse,
  ApiOperation,
  ApiProduces,
  ApiTags,
} from '@nestjs/swagger';
import { type Actor, AnyRole, CurrentActor, IdPipe, PageQuery, Refusal, Role, Roles } from '@qingheng/platform';
import type { Request, Response } from 'express';
import { FORMS } from './forms';
import { FieldImportDto, FieldImportPageDto, FormsDto, ImportQuery } from './import.dto';
import { ImportService } from './import.service';
import { SpeciesList } from './species';
import { fieldTemplate } from './template';

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
const UUID = /^[0-9a-f-]{36}$/;

@ApiTags('sinks')
@Controller('sink')
export class ImportController {
  constructor(
    private readonly imports: ImportService,
    private readonly species: SpeciesList,
  ) {}

  @Get('field-forms')
  @AnyRole()
  @ApiOperation({ summary: 'The field forms, their columns, and the species that have an equation' })
  @ApiOkResponse({ type: FormsDto })
  forms(): FormsDto {
    const forms = FORMS.map(({ name, zh, en, columns }) => ({ name, zh, en, columns }));
    return { forms, species: [...this.species.all] };
  }

  @Get('field-forms/template')
  @AnyRole()
  @ApiOperation({ summary: 'The field forms as a workbook to fill in' })
  @ApiProduces(XLSX)
  async template(): Promise<StreamableFile> {
    return new StreamableFile(await fieldTemplate(this.species.all), {
      type: XLSX,
      disposition: `attachment; filename*=UTF-8''${encodeURIComponent('林草碳汇外业调查表.xlsx')}`,
    });
  }

  @Post('projects/:id/imports')
  @Roles(Role.Filer)
  @HttpCode(202)
  @ApiOperation({ summary: 'Field forms, the file as the body of the request; a job takes it in whole or not' })
  @ApiConsumes('text/csv', XLSX)
  @ApiAcceptedResponse({ type: FieldImportDto })
  upload(
    @CurrentActor() actor: Actor,
    @Param('id', IdPipe) id: string,
    @Query() query: ImportQuery,
    @Req() request: Request,
  ) {
    if (!request.is(query.form === 'workbook' ? XLSX : 'text/csv')) throw new Refusal(415, 'UNSUPPORTED_MEDIA_TYPE');
    return this.imports.upload(actor, id, query, request);
  }

  @Get('projects/:id/imports')
  @AnyRole()
  @ApiOkResponse({ type: FieldImportPageDto })
  list(@CurrentActor() actor: Actor, @Param('id', IdPipe) id: string, @Query() query: PageQuery) {
    const [after] = query.after(UUID);
    return this.imports.list(actor, id, { after, limit: query.limit });
  }

  @Get('imports/:id')
  @AnyRole()
  @ApiOperation({ summary: 'An import, how far it has come, its first faults and warnings' })
  @ApiOkResponse({ type: FieldImportDto })
  one(@CurrentActor() actor: Actor, @Param('id', IdPipe) id: string) {
    return this.imports.one(actor, id);
  }

  @Get('imports/:id/faults')
  @Roles(Role.Filer)
  @ApiOperation({ summary: 'The file that came in, bad cells marked: a workbook while it is small, else CSV' })
  @ApiProduces(XLSX, 'text/csv')
  async faults(
    @CurrentActor() actor: Actor,
    @Param('id', IdPipe) id: string,
    @Res({ passthrough: true }) response: Response,
  ): Promise<StreamableFile> {
    const { kind, name, content } = await this.imports.faults(actor, id);
    response.setHeader('Cache-Control', 'no-store');
    return new StreamableFile(content, {
      type: kind === 'xlsx' ? XLSX : 'text/csv; charset=utf-8',
      disposition: `attachment; filename*=UTF-8''${encodeURIComponent(name)}`,
    });
  }

  @Post('imports/:id/withdraw')
  @Roles(Role.Filer)
  @HttpCode(204)
  @ApiOperation({ summary: 'Take the rows of an import out again; its plots stay' })
  @ApiNoContentResponse()
  async withdraw(@CurrentActor() actor: Actor, @Param('id', IdPipe) id: string): Promise<void> {
    await this.imports.withdraw(actor, id);
  }
}
