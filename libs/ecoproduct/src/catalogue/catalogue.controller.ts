import {
  Body,
  Controller,
  Get,
  HttpCode,
  Param,
  Post,
  Query,
  StreamableFile,
  UploadedFile,
  UseInterceptors,
} from '@nestjs/common';
import { FileInterceptor } from '@nestjs/platform-express';
import {
  ApiBody,
  ApiConsumes,
  ApiCreatedResponse,
  ApiOkResponse,
  ApiOperation,
  ApiProduces,
  ApiTags,
} from '@nestjs/swagger';
import { type Actor, AnyRole, CurrentActor, IdPipe, Role, Roles } from '@qingheng/platform';
import { refuseFile } from '../file/file.messages';
import { UPLOAD } from '../file/read-rows';
import { Services } from '../service/services';
import { CatalogueForm } from './catalogue-form';
import {
  ProductsImportedDto,
  MoveBody,
  ObservationBody,
  ProductBody,
  ProductDetailDto,
  ProductMapDto,
  ProductPageDto,
  ProductQuery,
  EcoServicesDto,
} from './catalogue.dto';
import { CatalogueService, type ProductFilter } from './catalogue.service';

const UUID = /^[0-9a-f-]{36}$/;
const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
const filterOf = ({ text, class: type, service, region, status, mark, mine }: ProductQuery): ProductFilter => ({
  ...{ text, class: type, service, region, status, mark },
  mine: mine === 'true',
});

@ApiTags('ecoproducts')
@Controller('ecoproduct/products')
export class CatalogueController {
  constructor(
    private readonly catalogue: CatalogueService,
    private readonly form: CatalogueForm,
    private readonly services: Services,
  ) {}

  @Get('services')
  @AnyRole()
  @ApiOperation({ summary: 'Indicators with their classes' })
  @ApiOkResponse({ type: EcoServicesDto })
  indicators(): EcoServicesDto {
    return {
      items: this.services.all.map(({ code, class: type, unit, zh, en }) => ({ code, class: type, unit, zh, en })),
    };
  }

  @Get('template.xlsx')
  @AnyRole()
  @ApiOperation({ summary: 'Empty workbook of the catalogue' })
  @ApiProduces(XLSX)
  async template(): Promise<StreamableFile> {
    return fileOf(await this.form.template(), '生态产品目录清单-模板.xlsx');
  }

  @Get('export.xlsx')
  @AnyRole()
  @ApiOperation({ summary: 'What the filters find, in the layout of the import' })
  @ApiProduces(XLSX)
  async export(@CurrentActor() actor: Actor, @Query() query: ProductQuery): Promise<StreamableFile> {
    return fileOf(await this.form.template(await this.catalogue.rows(actor, filterOf(query))), '生态产品目录清单.xlsx');
  }

  @Get('map')
  @AnyRole()
  @ApiOperation({ summary: 'How many products each region has' })
  @ApiOkResponse({ type: ProductMapDto })
  async map(@CurrentActor() actor: Actor, @Query() query: ProductQuery): Promise<ProductMapDto> {
    return { items: await this.catalogue.map(actor, filterOf(query)) };
  }

  @Get()
  @AnyRole()
  @ApiOperation({ summary: 'Products, newest first: what is published, and all of one\u2019s own' })
  @ApiOkResponse({ type: ProductPageDto })
  list(@CurrentActor() actor: Actor, @Query() query: ProductQuery): Promise<ProductPageDto> {
    const [after] = query.after(UUID);
    return this.catalogue.list(actor, filterOf(query), { after, limit: query.limit });
  }

  @Post()
  @Roles(Role.Filer)
  @ApiOperation({ summary: 'Draft a product' })
  @ApiCreatedResponse({ type: ProductDetailDto })
  create(@CurrentActor() actor: Actor, @Body() body: ProductBody): Promise<ProductDetailDto> {
    return this.catalogue.create(actor, body);
  }

  @Post('import')
  @Roles(Role.Filer)
  @UseInterceptors(FileInterceptor('file', UPLOAD))
  @ApiConsumes('multipart/form-data')
  @ApiBody({ schema: { type: 'object', properties: { file: { type: 'string', format: 'binary' } } } })
  @ApiOperation({ summary: 'Products as a workbook or CSV; every bad cell is named and nothing is half taken' })
  @ApiCreatedResponse({ type: ProductsImportedDto })
  import(
    @CurrentActor() actor: Actor,
    @UploadedFile() file: { buffer: Buffer } | undefined,
  ): Promise<ProductsImportedDto> {
    if (!file) throw refuseFile('ECO_FILE_MISSING');
    return this.catalogue.import(actor, file.buffer);
  }

  @Get(':id')
  @AnyRole()
  @ApiOkResponse({ type: ProductDetailDto })
  one(@CurrentActor() actor: Actor, @Param('id', IdPipe) id: string): Promise<ProductDetailDto> {
    return this.catalogue.one(actor, id);
  }

  @Post(':id/status')
  @Roles(Role.Filer, Role.Trader)
  @HttpCode(200)
  @ApiOperation({
    summary: 'Submit, publish, suspend, retire: its holder and the trading centre each take their steps',
  })
  @ApiOkResponse({ type: ProductDetailDto })
  move(
    @CurrentActor() actor: Actor,
    @Param('id', IdPipe) id: string,
    @Body() { status, reason }: MoveBody,
  ): Promise<ProductDetailDto> {
    return this.catalogue.move(actor, id, status, reason);
  }

  @Post(':id/observations')
  @Roles(Role.Filer)
  @ApiOperation({ summary: 'A monitoring value with its day and source' })
  @ApiCreatedResponse({ type: ProductDetailDto })
  observe(
    @CurrentActor() actor: Actor,
    @Param('id', IdPipe) id: string,
    @Body() body: ObservationBody,
  ): Promise<ProductDetailDto> {
    return this.catalogue.observe(actor, id, body);
  }
}

const fileOf = (content: Buffer, name: string): StreamableFile =>
  new StreamableFile(content, {
    type: XLSX,
    disposition: `attachment; filename="catalogue.xlsx"; filename*=UTF-8''${encodeURIComponent(name)}`,
  });
