/** The result of a run as it is stored and shown: tables in the order of filing, hashes, and whether it may be issued. */
import { fault, text } from '../fault';
import type { Fault, ParameterUse, Row, RunResult, Sheet } from '../model';
import { hashInput, hashParameters, hashResult, inputBlocks, resultBlocks, sortUses, type Blocks } from './hash';
import type { Computed, InputTables, Prepared } from './prepared';

export function resultOf(prepared: Prepared, input: InputTables, computed: Computed, barriers: Fault[]): RunResult {
  const { sheet } = prepared.checked;
  const blocks = { input: inputBlocks(sheet, input), result: resultBlocks(sheet, computed.tables) };
  return {
    ...summaryOf(prepared, blocks, computed, barriers),
    tables: Object.fromEntries(
      sheet.tables.map(({ name }) => [name, inFiledOrder(computed.tables[name] ?? [], input.get(name)?.filed)]),
    ),
    warnings: [],
  };
}

/** Everything of a result but its rows. */
export function summaryOf(
  prepared: Prepared,
  blocks: { input: Blocks; result: Blocks },
  computed: Pick<Computed, 'outputs' | 'parametersRead' | 'lookupsRead'>,
  barriers: Fault[],
): Omit<RunResult, 'tables' | 'warnings'> {
  const { sheet } = prepared.checked;
  const parametersUsed = usesOf(prepared, computed);
  const parameterHash = hashParameters(parametersUsed);
  const inputHash = hashInput(sheet, blocks.input);
  const whyNot = [...barriers, ...whyNotIssuable(sheet, parametersUsed)];
  return {
    method: sheet.id,
    version: sheet.version,
    sheetHash: sheet.hash,
    parameterHash,
    inputHash,
    resultHash: hashResult(sheet, parameterHash, inputHash, blocks.result, computed.outputs),
    asOf: prepared.asOf,
    region: prepared.region,
    issuable: whyNot.length === 0,
    whyNot,
    parametersUsed,
    outputs: computed.outputs,
  };
}

function usesOf(prepared: Prepared, computed: Pick<Computed, 'parametersRead' | 'lookupsRead'>): ParameterUse[] {
  const uses = [...computed.parametersRead].flatMap((name) => prepared.parameters.get(name)?.use ?? []);
  for (const [name, keys] of computed.lookupsRead) {
    const rows = prepared.lookups.get(name);
    for (const key of keys) uses.push(...(rows?.has(key) ? [rows.get(key)!.use] : []));
  }
  return sortUses(uses);
}

function inFiledOrder(rows: Row[], filed: Int32Array | undefined): Row[] {
  if (!filed) return rows;
  const ordered = new Array<Row>(rows.length);
  for (const [i, row] of rows.entries()) ordered[filed[i]!] = row;
  return ordered;
}

function whyNotIssuable(sheet: Sheet, uses: ParameterUse[]): Fault[] {
  const reasons: Fault[] = [];
  if (sheet.source.confidence === 'provisional') {
    reasons.push(
      fault(
        'METHOD_PROVISIONAL',
        {},
        text(
          '本方法依据暂定文本，结果不得签发',
          'the method rests on a provisional text; its results cannot be issued',
        ),
      ),
    );
  }
  for (const use of uses) {
    const name = [use.name, ...(use.keys ?? [])].join('/');
    const place = { table: 'parameters', column: name };
    if (use.overridden) {
      reasons.push(
        fault(
          'PARAMETER_OVERRIDDEN',
          place,
          text(`参数 ${name} 被改动，仅供测算`, `parameter ${name} was overridden: a what-if only`),
        ),
      );
    }
    if (use.confidence === 'provisional') {
      reasons.push(
        fault('PARAMETER_PROVISIONAL', place, text(`参数 ${name} 为暂定值`, `parameter ${name} is provisional`)),
      );
    }
  }
  return reasons;
}
