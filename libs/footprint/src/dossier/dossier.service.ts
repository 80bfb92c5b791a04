/** The evidence behind a label, gathered from where it lies: filing, run, method, review, register, audit trail. */
import { Injectable } from '@nestjs/common';
import { Filing, FilingReader, MethodsService, Run, RunService } from '@qingheng/pipeline';
import {
  type Actor,
  Organisation,
  PlatformConfig,
  refuse as refuseAny,
  systemActor,
  UnitOfWork,
} from '@qingheng/platform';
import { type Sheet, type Text } from '@qingheng/sheet';
import type { EntityManager } from 'typeorm';
import { claimOf } from '../claim/claim';
import { DoubleUseGuard } from '../guard/double-use.guard';
import { LabelService, type LabelView } from '../label/label.service';
import { LabelRules } from '../label-kind/label-rules';
import { ReadinessService } from '../readiness/readiness.service';
import { grouped, pretty } from './figures';
import type { AuditReference, Dossier, Factor } from './dossier.types';

@Injectable()
export class DossierService {
  constructor(
    private readonly work: UnitOfWork,
    private readonly labels: LabelService,
    private readonly methods: MethodsService,
    private readonly runs: RunService,
    private readonly filings: FilingReader,
    private readonly guard: DoubleUseGuard,
    private readonly rules: LabelRules,
    private readonly ready: ReadinessService,
    private readonly config: PlatformConfig,
  ) {}

  /** For the label's holder and those who oversee; to all others it does not exist, though the label does. */
  async of(actor: Actor, number: string): Promise<Dossier> {
    const kept = await this.labels.find(actor, number);
    if (actor.scope !== 'all' && kept.organisationId !== actor.organisationId) throw refuseAny('NOT_FOUND');
    const { label, jws } = await this.labels.read(actor, number);
    const gathered = await this.work.run(actor, async (manager) => {
      const run = await manager.findOneByOrFail(Run, { id: kept.runId });
      const filing = await manager.findOneByOrFail(Filing, { id: kept.filingId });
      const sheet = await this.methods.kept(manager, run.sheetHash);
      const claims = await this.guard.standing(manager, number);
      const { name, creditCode } = await manager.findOneByOrFail(Organisation, { id: kept.organisationId });
      const yaml = await this.methods.yamlOf(manager, sheet);
      return { run, filing, sheet, yaml, claims, organisation: { name, creditCode } };
    });
    const { run, filing, sheet, yaml, claims, organisation } = gathered;
    const result = run.result!;
    const { remarks } = await this.filings.one(actor, filing.id);
    const { cell } = claimOf(result, label.product);
    const kind = this.rules.kinds.get(label.kind ?? 'footprint')!;
    const surveillance = this.rules.surveillance(label.issuedOn);
    return {
      label,
      jws,
      kind,
      certificate: {
        title: this.rules.certificate.title,
        template: this.rules.certificate,
        fields: this.certificateFields({ label, kind, surveillance, creditCode: organisation.creditCode, sheet }),
      },
      surveillance,
      organisation,
      filing: {
        id: filing.id,
        number: filing.number,
        title: filing.title,
        region: filing.region,
        createdBy: filing.createdBy.name,
        createdAt: filing.createdAt.toISOString(),
      },
      run: {
        id: run.id,
        asOf: run.asOf,
        finishedAt: run.finishedAt?.toISOString() ?? null,
        sheetHash: result.sheetHash,
        parameterHash: result.parameterHash,
        inputHash: result.inputHash,
        resultHash: result.resultHash,
      },
      sheet,
      ...(yaml !== undefined && { sheetYaml: yaml }),
      input: run.input.tables,
      parametersGiven: run.input.parameters ?? {},
      result,
      factors: run.factors.map(({ table, row, column, factor }): Factor => ({
        place: `${table}/${row}/${column}`,
        id: factor.id,
        version: String(factor.version),
        name: { zh: factor.nameZh, en: factor.nameEn },
        source: factor.source,
        confidence: factor.confidence,
      })),
      parameters: result.parametersUsed,
      references: run.sources.map((from) => ({ table: from.table, resultHash: from.resultHash })),
      explanation: await this.runs.explain(actor, run.id, cell),
      reviews: remarks.map(({ at, by, decision, text }) => ({ at, by: by.name, decision, text })),
      claims,
      readiness: await this.ready.of(actor, filing.id),
      audit: await this.work.run(systemActor, (manager) => auditOf(manager, filing.id, number)),
      publicUrl: this.config.publicUrl,
    };
  }

  private certificateFields(from: {
    label: LabelView;
    kind: Text;
    surveillance: string[];
    creditCode: string | null;
    sheet: Sheet;
  }): Dossier['certificate']['fields'] {
    const { label, kind, surveillance, creditCode, sheet } = from;
    const same = (text: string): Text => ({ zh: text, en: text });
    const values: Record<string, Text> = {
      number: same(label.number),
      kind: { zh: kind.zh, en: kind.en },
      organisation: same(label.organisation),
      creditCode: same(creditCode ?? '—'),
      productName: same(label.productName),
      declaredUnit: same(label.declaredUnit),
      boundary: label.boundary,
      value: same(`${grouped(label.value)} ${pretty(label.unit)}`),
      period: same(`${label.periodStart} – ${label.periodEnd}`),
      basis: same(`${sheet.source.title}（${label.method} ${label.methodVersion}）`),
      issuedOn: same(label.issuedOn),
      expiresOn: same(label.expiresOn),
      surveillance: same(surveillance.join('、')),
    };
    return this.rules.certificate.fields.map((field) => ({ ...field, value: values[field.key] ?? same('—') }));
  }
}

/** What the trail says of this filing and this label: whoever may read the dossier may know that it happened. */
function auditOf(manager: EntityManager, filing: string, label: string): Promise<AuditReference[]> {
  return manager.query(
    `SELECT seq::text, to_char(at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') AS at, action, actor_name AS by, hash
     FROM audit_entry WHERE (subject_type, subject_id) IN (('filing', $1), ('label', $2)) ORDER BY audit_entry.seq`,
    [filing, label],
  );
}
