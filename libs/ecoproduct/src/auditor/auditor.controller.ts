import { Body, Controller, Get, HttpCode, Param, Post, UploadedFile, UseInterceptors } from '@nestjs/common';
import { FileInterceptor } from '@nestjs/platform-express';
import { ApiBody, ApiConsumes, ApiOkResponse, ApiOperation, ApiProperty, ApiTags } from '@nestjs/swagger';
import { type Actor, AnyRole, CurrentActor, FaultDto, IdPipe } from '@qingheng/platform';
import { IsNotEmpty, IsString, MaxLength } from 'class-validator';
import { refuseFile as refuse } from '../file/file.messages';
import { UPLOAD } from '../file/read-rows';
import { AuditorService } from './auditor.service';

class PastedTable {
  @ApiProperty({ description: 'Cells as a spreadsheet copies them, or CSV; the heading included' })
  @IsString()
  @IsNotEmpty()
  @MaxLength(1_000_000)
  text: string;
}

class AuditFinding extends FaultDto {
  @ApiProperty({
    enum: ['fault', 'doubt', 'note'],
    description: 'Cannot be; cannot be unless something is missing; not checked',
  })
  severity: 'fault' | 'doubt' | 'note';

  @ApiProperty({ description: 'Name of the line as the table gives it' })
  line: string;

  @ApiProperty({ example: '0.727' })
  expected: string;

  @ApiProperty({ example: '8.10' })
  found: string;
}

class AuditedSheet {
  @ApiProperty()
  worksheet: string;

  @ApiProperty({ description: 'Lines of figures that were read' })
  lines: number;

  @ApiProperty({ type: [String], description: 'Columns read as parts of a sum' })
  parts: string[];

  @ApiProperty({ type: [AuditFinding] })
  findings: AuditFinding[];

  @ApiProperty({ type: [FaultDto] })
  unread: FaultDto[];
}

class AuditAnswer {
  @ApiProperty({ type: [AuditedSheet] })
  items: AuditedSheet[];
}

@ApiTags('ecoproducts')
@Controller('ecoproduct/audits')
@AnyRole()
export class AuditorController {
  constructor(private readonly auditor: AuditorService) {}

  @Post()
  @HttpCode(200)
  @ApiOperation({ summary: 'Hold a published GEP table against arithmetic and physics; nothing is kept' })
  @ApiOkResponse({ type: AuditAnswer })
  text(@Body() { text }: PastedTable): AuditAnswer {
    return { items: this.auditor.text(text) };
  }

  @Post('file')
  @HttpCode(200)
  @UseInterceptors(FileInterceptor('file', UPLOAD))
  @ApiConsumes('multipart/form-data')
  @ApiBody({ schema: { type: 'object', properties: { file: { type: 'string', format: 'binary' } } } })
  @ApiOperation({ summary: 'The same for a workbook or CSV; each worksheet by itself' })
  @ApiOkResponse({ type: AuditAnswer })
  async file(@UploadedFile() file: { buffer: Buffer } | undefined): Promise<AuditAnswer> {
    if (!file) throw refuse('ECO_FILE_MISSING');
    return { items: await this.auditor.file(file.buffer) };
  }

  @Get('filings/:id')
  @ApiOperation({ summary: 'The same for our own calculated account' })
  @ApiOkResponse({ type: AuditAnswer })
  async filing(@CurrentActor() actor: Actor, @Param('id', IdPipe) id: string): Promise<AuditAnswer> {
    return { items: await this.auditor.filing(actor, id) };
  }
}
