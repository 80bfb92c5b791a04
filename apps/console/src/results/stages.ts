import type { Method, RunResult, Row, Text } from '../api/types';
import { addDecimals, compareDecimals, isDecimal, percentOf } from '../numbers/decimal';

export interface ShownStage {
  stage: string;
  title: Text | string;
  value: string;
  /** Per cent, one decimal. */
  share?: string;
}

/** Biggest first, each with its share of the sum. */
export function withShares(stages: readonly Omit<ShownStage, 'share'>[]): ShownStage[] {
  const known = stages.filter((stage) => isDecimal(String(stage.value)));
  const total = known.reduce((sum, stage) => addDecimals(sum, String(stage.value)), '0');
  return known
    .map((stage) => ({
      stage: stage.stage,
      title: stage.title,
      value: String(stage.value),
      share: percentOf(String(stage.value), total),
    }))
    .sort((a, b) => compareDecimals(b.value, a.value) ?? 0);
}

/** The stages of a footprint, from the sheet's own table of them. */
export function stagesOf(
  method: Method,
  result: RunResult,
): {
  stages: ShownStage[];
  unit: string;
  /** The sheet's own table may hold only a part (say, the inputs): then it says itself what it shows. */
  title?: Text;
} {
  const table = method.tables.find((t) => t.name === 'stage');
  const column = table?.columns.find((c) => c.kind === 'computed' && c.type === 'number');
  const unit = column?.unit ?? 'kg CO2e';
  if (!table || !column) return { stages: [], unit };
  const key = table.key[0]!;
  const rows: Row[] = result.tables[table.name] ?? [];
  return {
    unit,
    title: table.title,
    stages: withShares(
      rows.map((row) => ({ stage: String(row[key]), title: String(row[key]), value: String(row[column.name]) })),
    ),
  };
}
