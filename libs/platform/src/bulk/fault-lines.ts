/** The faults of a file in the order of its lines, a portion at a time. */
import type { EntityManager } from 'typeorm';
import type { Params } from '../errors';

export interface LineFault {
  line: number;
  column: string;
  code: string;
  params: Params;
}

const PORTION = 5_000;

export class FaultLines {
  private waiting: LineFault[] = [];
  private over = false;

  private constructor(
    private readonly manager: EntityManager,
    private readonly cursor: string,
  ) {}

  /** `from` is a query of the rows (line, place, code, params), as SQL of ours. */
  static async open(manager: EntityManager, from: string, cursor = 'faults_of_lines'): Promise<FaultLines> {
    await manager.query(`DECLARE ${cursor} NO SCROLL CURSOR FOR
      SELECT line, place AS "column", code, params FROM (${from}) f ORDER BY line, place, code`);
    return new FaultLines(manager, cursor);
  }

  /** Lines must be asked for in rising order. */
  async of(line: number): Promise<LineFault[]> {
    const found: LineFault[] = [];
    for (;;) {
      if (!this.waiting.length && !this.over) {
        this.waiting = ((await this.manager.query(`FETCH ${PORTION} FROM ${this.cursor}`)) as LineFault[]).reverse();
        this.over = this.waiting.length < PORTION;
      }
      const next = this.waiting.at(-1);
      if (!next || next.line > line) return found;
      found.push(this.waiting.pop()!);
    }
  }

  close(): Promise<unknown> {
    return this.manager.query(`CLOSE ${this.cursor}`);
  }
}
