import { Controller, Get, Header, Headers, Param, Query, StreamableFile } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiProduces, ApiProperty, ApiPropertyOptional, ApiTags } from '@nestjs/swagger';
import {
  type Actor,
  AnyRole,
  CurrentActor,
  KeyStore,
  type Language,
  languageOf,
  PdfPrinter,
  Public,
  TextDto,
} from '@qingheng/platform';
import { IsIn, IsOptional } from 'class-validator';
import { toString as qrCode } from 'qrcode';
import { LabelDto } from '../label/label.dto';
import { LabelRules } from '../label-kind/label-rules';
import { ReadinessDto } from '../readiness/readiness.controller';
import { certificatePage } from './certificate-page';
import { dossierArchive } from './dossier-archive';
import { dossierPage } from './dossier-page';
import { DossierService } from './dossier.service';
import type { Dossier } from './dossier.types';
import { WORDS } from './words';

class LanguageQuery {
  @ApiPropertyOptional({ enum: ['zh', 'en'], description: 'otherwise by Accept-Language' })
  @IsOptional()
  @IsIn(['zh', 'en'])
  lang?: Language;
}

class LabelKindDto extends TextDto {
  @ApiProperty({ enum: ['footprint', 'reduced', 'neutral'] }) code: string;
  @ApiProperty({ type: TextDto }) statement: TextDto;
  @ApiProperty({ type: [TextDto] }) rules: TextDto[];
  @ApiProperty({ enum: ['official', 'secondary', 'provisional'] }) confidence: 'official' | 'secondary' | 'provisional';
  @ApiProperty() source: string;
}

class CertificateFieldDto extends TextDto {
  @ApiProperty() key: string;
  @ApiProperty({ type: TextDto }) value: TextDto;
}

class DossierClaimDto {
  @ApiProperty() number: string;
  @ApiProperty() attribute: string;
  @ApiProperty() subject: string;
  @ApiProperty({ type: String, nullable: true }) serials: string | null;
  @ApiProperty({ format: 'date' }) from: string;
  @ApiProperty({ format: 'date' }) to: string;
}

class DossierDto {
  @ApiProperty({ type: LabelDto }) label: LabelDto;
  @ApiProperty({ type: LabelKindDto }) kind: LabelKindDto;
  @ApiProperty({ type: [CertificateFieldDto] }) certificate: CertificateFieldDto[];
  @ApiProperty({ description: 'the official list of fields is not public' }) certificateProvisional: boolean;
  @ApiProperty({ type: [String], format: 'date' }) surveillance: string[];
  @ApiProperty() filing: string;
  @ApiProperty() filingNumber: string;
  @ApiProperty() run: string;
  @ApiProperty() sheetHash: string;
  @ApiProperty() inputHash: string;
  @ApiProperty() resultHash: string;
  @ApiProperty({ description: 'lines of the inventory' }) lines: number;
  @ApiProperty({ description: 'factors from the library' }) factors: number;
  @ApiProperty({ description: 'entries of the audit trail' }) auditEntries: number;
  @ApiProperty({ type: [DossierClaimDto] }) claims: DossierClaimDto[];
  @ApiProperty({ type: [ReadinessDto] }) readiness: ReadinessDto[];
  @ApiProperty({ description: 'false: print the HTML instead' }) pdf: boolean;
}

/** The page runs nothing and fetches nothing, wherever it is opened. */
const POLICY = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; sandbox";

@ApiTags('labels')
@Controller()
export class DossierController {
  constructor(
    private readonly dossiers: DossierService,
    private readonly rules: LabelRules,
    private readonly printer: PdfPrinter,
    private readonly keys: KeyStore,
  ) {}

  @Get('label-kinds')
  @Public()
  @ApiOperation({ summary: 'Kinds of label: what each says and needs' })
  @ApiOkResponse({ type: [LabelKindDto] })
  kinds(): LabelKindDto[] {
    return [...this.rules.kinds.values()];
  }

  @Get('labels/:number/dossier')
  @AnyRole()
  @ApiOperation({ summary: 'What stands behind a label, for its holder and those who oversee' })
  @ApiOkResponse({ type: DossierDto })
  async summary(@CurrentActor() actor: Actor, @Param('number') number: string): Promise<DossierDto> {
    const dossier = await this.dossiers.of(actor, number);
    const { label, kind, certificate, surveillance, filing, run, claims, readiness, factors, audit, input } = dossier;
    return {
      label,
      kind,
      certificate: certificate.fields,
      certificateProvisional: certificate.template.confidence === 'provisional',
      surveillance,
      filing: filing.id,
      filingNumber: filing.number,
      run: run.id,
      sheetHash: run.sheetHash,
      inputHash: run.inputHash,
      resultHash: run.resultHash,
      lines: Object.values(input).reduce((sum, rows) => sum + rows.length, 0),
      factors: factors.length,
      auditEntries: audit.length,
      claims: claims.map(({ number: entry, attribute, subject, serials, from, to }) => ({
        number: entry,
        attribute,
        subject,
        serials,
        from,
        to,
      })),
      readiness,
      pdf: this.printer.available,
    };
  }

  @Get('labels/:number/dossier.html')
  @AnyRole()
  @Header('Content-Security-Policy', POLICY)
  @Header('Content-Type', 'text/html; charset=utf-8')
  @ApiOperation({ summary: 'The dossier as one page, to read or to print' })
  @ApiProduces('text/html')
  async page(
    @CurrentActor() actor: Actor,
    @Param('number') number: string,
    @Query() query: LanguageQuery,
    @Headers('accept-language') accepted?: string,
  ): Promise<string> {
    return (await this.written(actor, number, query.lang ?? languageOf(accepted))).page;
  }

  @Get('labels/:number/dossier.pdf')
  @AnyRole()
  @ApiOperation({ summary: 'The dossier as PDF; 503 where there is nothing to print with' })
  @ApiProduces('application/pdf')
  async pdf(
    @CurrentActor() actor: Actor,
    @Param('number') number: string,
    @Query() query: LanguageQuery,
    @Headers('accept-language') accepted?: string,
  ): Promise<StreamableFile> {
    const lang = query.lang ?? languageOf(accepted);
    const { page, dossier } = await this.written(actor, number, lang);
    return this.print(page, `${WORDS.dossier[lang]} ${dossier.label.number}`, `dossier-${dossier.label.number}.pdf`);
  }

  @Get('labels/:number/dossier.zip')
  @AnyRole()
  @ApiOperation({ summary: 'The dossier for machines: JSON, sheet, CSV, both pages, and a signed manifest' })
  @ApiProduces('application/zip')
  async archive(@CurrentActor() actor: Actor, @Param('number') number: string): Promise<StreamableFile> {
    const { dossier, page, qr } = await this.written(actor, number, 'zh');
    const pages = { 'dossier.zh.html': page, 'dossier.en.html': dossierPage(dossier, 'en', qr) };
    const bytes = await dossierArchive(this.keys, dossier, pages);
    return file(bytes, 'application/zip', `dossier-${dossier.label.number}.zip`);
  }

  @Get('labels/:number/certificate.html')
  @AnyRole()
  @Header('Content-Security-Policy', POLICY)
  @Header('Content-Type', 'text/html; charset=utf-8')
  @ApiOperation({ summary: 'The certificate on one sheet, by the configured template' })
  @ApiProduces('text/html')
  async certificate(
    @CurrentActor() actor: Actor,
    @Param('number') number: string,
    @Query() query: LanguageQuery,
    @Headers('accept-language') accepted?: string,
  ): Promise<string> {
    const { dossier, qr } = await this.gathered(actor, number);
    return certificatePage(dossier, query.lang ?? languageOf(accepted), qr);
  }

  @Get('labels/:number/certificate.pdf')
  @AnyRole()
  @ApiOperation({ summary: 'The certificate as PDF; 503 where there is nothing to print with' })
  @ApiProduces('application/pdf')
  async certificatePdf(
    @CurrentActor() actor: Actor,
    @Param('number') number: string,
    @Query() query: LanguageQuery,
    @Headers('accept-language') accepted?: string,
  ): Promise<StreamableFile> {
    const { dossier, qr } = await this.gathered(actor, number);
    const page = certificatePage(dossier, query.lang ?? languageOf(accepted), qr);
    return this.print(page, dossier.label.number, `certificate-${dossier.label.number}.pdf`);
  }

  private async print(page: string, footer: string, name: string): Promise<StreamableFile> {
    return file(await this.printer.print(page, { footer }), 'application/pdf', name);
  }

  private async written(actor: Actor, number: string, lang: Language) {
    const { dossier, qr } = await this.gathered(actor, number);
    return { dossier, qr, page: dossierPage(dossier, lang, qr) };
  }

  private async gathered(actor: Actor, number: string): Promise<{ dossier: Dossier; qr: string }> {
    const dossier = await this.dossiers.of(actor, number);
    const address = `${dossier.publicUrl}/label/${dossier.label.number}`;
    const svg = await qrCode(address, { type: 'svg', margin: 0, errorCorrectionLevel: 'M' });
    return { dossier, qr: svg.slice(svg.indexOf('<svg')) };
  }
}

const file = (bytes: Buffer, type: string, name: string): StreamableFile =>
  new StreamableFile(bytes, { type, disposition: `attachment; filename="${name}"`, length: bytes.length });
