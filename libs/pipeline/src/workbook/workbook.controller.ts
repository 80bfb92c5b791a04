/** Inventories by Excel: a template for a method, an upload into a draft, a download of what is filed and calculated. */
import {
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
import { ApiBody, ApiConsumes, ApiOkResponse, ApiOperation, ApiProduces, ApiProperty, ApiTags } from '@nestjs/swagger';
import {
  type Actor,
  AnyRole,
  AuditService,
  CurrentActor,
  FileStore,
  IdPipe,
  PlatformConfig,
  Refusal,
  refuse as refuseAny,
  Role,
  Roles,
  UnitOfWork,
} from '@qingheng/platform';
import { type Fault, runSheet, type Sheet, SheetFaults } from '@qingheng/sheet';
import { Matches } from 'class-validator';
import { Filing } from '../filing/filing.entity';
import { FiledInputDto } from '../filing/input.dto';
import { MethodsService } from '../methods/methods.service';
import { refuse } from '../pipeline.messages';
import { RunService } from '../run/run.service';
import { Run } from '../run/run.entity';
import { readWorkbook } from './reading/read-workbook';
import { withAddresses, type WorkbookRead } from './places';
import { writeResult } from './writing/write-result';
import { writeTemplate } from './writing/write-template';

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

class TemplateQuery {
  @ApiProperty({ example: 'footprint/primary-aluminium' })
  @Matches(/^[a-z0-9-]+\/[a-z0-9-]+$/)
  method: string;
}

class ReadWorkbookDto {
  @ApiProperty({ type: FiledInputDto }) input: object;
  @ApiProperty({ type: [String], description: 'Worksheets that are none of ours' }) ignored: string[];
}

@ApiTags('filings')
@Controller('filings')
export class WorkbookController {
  constructor(
    private readonly methods: MethodsService,
    private readonly work: UnitOfWork,
    private readonly config: PlatformConfig,
    private readonly runs: RunService,
    private readonly files: FileStore,
    private readonly audit: AuditService,
  ) {}

  @Get('template.xlsx')
  @AnyRole()
  @ApiOperation({ summary: 'Empty workbook of a method, with units, notes and drop-downs' })
  @ApiProduces(XLSX)
  async template(@CurrentActor() actor: Actor, @Query() { method }: TemplateQuery): Promise<StreamableFile> {
    const sheet = await this.work.run(actor, (manager) => this.methods.of(manager, method));
    return fileOf(await writeTemplate(sheet), `${sheet.title.zh}-模板.xlsx`);
  }

  @Post(':id/import')
  @Roles(Role.Filer)
  @HttpCode(200)
  @UseInterceptors(FileInterceptor('file'))
  @ApiConsumes('multipart/form-data')
  @ApiBody({ schema: { type: 'object', properties: { file: { type: 'string', format: 'binary' } } } })
  @ApiOperation({
    summary: 'Read a workbook; answers the input it holds, or every fault by cell. The draft is saved apart',
  })
  @ApiOkResponse({ type: ReadWorkbookDto })
  async import(
    @CurrentActor() actor: Actor,
    @Param('id', IdPipe) id: string,
    @UploadedFile() file: { buffer: Buffer } | undefined,
  ) {
    if (!file) throw refuse('FILE_MISSING');
    const { sheet, filing } = await this.filingOf(actor, id);
    const read = await readWorkbook(sheet, file.buffer, { maxBytes: this.config.maxUploadBytes });
    const faults = withAddresses(sheet, read, await this.faultsOf(actor, sheet, read, filing));
    if (faults.length) throw refuseAny('INVALID_INPUT', { count: faults.length }, faults);
    const { sha256 } = await this.files.put(file.buffer, { kinds: ['zip'] });
    await this.work.run(actor, (manager) =>
      this.audit.record(manager, {
        actor,
        action: 'filing.imported',
        subject: { type: 'filing', id },
        details: { sha256, bytes: file.buffer.length },
      }),
    );
    return { input: read.input, ignored: read.ignored };
  }

  @Get(':id/export.xlsx')
  @AnyRole()
  @ApiOperation({ summary: 'What is filed, and the result once there is one' })
  @ApiProduces(XLSX)
  async export(@CurrentActor() actor: Actor, @Param('id', IdPipe) id: string): Promise<StreamableFile> {
    const { filing, run, sheet } = await this.filingOf(actor, id);
    const book = run?.result
      ? await writeResult(sheet, run.input, run.result)
      : await writeTemplate(sheet, { asOf: filing.asOf, rows: filing.input });
    return fileOf(book, `${filing.number}.xlsx`);
  }

  private filingOf(actor: Actor, id: string): Promise<{ filing: Filing; run: Run | null; sheet: Sheet }> {
    return this.work.run(actor, async (manager) => {
      const filing = await manager.findOneBy(Filing, { id });
      if (!filing) throw refuseAny('NOT_FOUND');
      const run = filing.runId ? await manager.findOneBy(Run, { id: filing.runId }) : null;
      const finished = run?.result && run.revision === filing.revision ? run : null;
      const sheet = finished
        ? await this.methods.kept(manager, finished.sheetHash)
        : await this.methods.of(manager, filing.method, { asOf: filing.asOf, region: filing.region });
      return { filing, run: finished, sheet };
    });
  }

  /** What the method itself refuses is named by cell too, so that one round of corrections is enough. */
  private async faultsOf(actor: Actor, sheet: Sheet, read: WorkbookRead, at: Filing): Promise<Fault[]> {
    try {
      const { input } = await this.work.run(actor, (manager) =>
        this.runs.inputOf(manager, { ...at, input: read.input }, sheet),
      );
      await runSheet(sheet, input, { asOf: at.asOf, region: at.region });
      return [];
    } catch (error) {
      if (error instanceof SheetFaults || error instanceof Refusal) return error.faults;
      throw error;
    }
  }
}

function fileOf(content: Buffer, name: string): StreamableFile {
  return new StreamableFile(content, {
    type: XLSX,
    disposition: `attachment; filename="workbook.xlsx"; filename*=UTF-8''${encodeURIComponent(name)}`,
  });
}
