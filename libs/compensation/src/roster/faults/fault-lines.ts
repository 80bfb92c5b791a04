/** The faults of a roster in the order of the file, a portion at a time. */
import type { Params } from '@qingheng/platform';
import type { EntityManager } from 'typeorm';

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

  private constructor(private readonly manager: EntityManager) {}

  static async open(manager: EntityManager): Promise<FaultLines> {
    await manager.query(`DECLARE roster_faults NO SCROLL CURSOR FOR
      SELECT line, place AS "column", code, params FROM roster_fault ORDER BY line, place, code`);
    return new FaultLines(manager);
  }

  /** Lines must be asked for in rising order. */
  async of(line: number): Promise<LineFault[]> {
    const found: LineFault[] = [];
    for (;;) {
      if (!this.waiting.length && !this.over) {
        this.waiting = ((await this.manager.query(`FETCH ${PORTION} FROM roster_faults`)) as LineFault[]).reverse();
        this.over = this.waiting.length < PORTION;
      }
      const next = this.waiting.at(-1);
      if (!next || next.line > line) return found;
      found.push(this.waiting.pop()!);
    }
  }

  close(): Promise<unknown> {
    return this.manager.query('CLOSE roster_faults');
  }
}
