/** COPY … FROM STDIN over the connection of a transaction: the one fast way in. */
import type { EntityManager } from 'typeorm';

/** The part of the driver's connection that a copy talks to. */
interface Wire {
  query(text: string): void;
  sendCopyFromChunk(chunk: Buffer): void;
  endCopyFrom(): void;
  sendCopyFail(message: string): void;
  stream: { writableNeedDrain: boolean; once(event: 'drain', then: () => void): void };
}

interface Driver {
  query(submitted: CopyIn): unknown;
}

const CHUNK = 1 << 17;

/** Lines wait until a chunk of them is worth sending. */
export class CopyIn {
  private wire?: Wire;
  private lines: string[] = [];
  private size = 0;
  private readonly ready: Promise<void>;
  private readonly done: Promise<void>;
  private accept: () => void;
  private finish: () => void;
  private fail: (error: Error) => void;

  private constructor(private readonly text: string) {
    let refuse: (error: Error) => void;
    this.ready = new Promise((resolve, reject) => {
      this.accept = resolve;
      refuse = reject;
    });
    this.done = new Promise((resolve, reject) => {
      this.finish = resolve;
      this.fail = (error) => {
        refuse(error);
        reject(error);
      };
    });
    this.done.catch(() => {}); // whoever ends the copy hears of it
  }

  static async into(manager: EntityManager, target: string): Promise<CopyIn> {
    const driver = (await manager.queryRunner!.connect()) as Driver;
    const copy = new CopyIn(`COPY ${target} FROM STDIN`);
    driver.query(copy);
    await copy.ready;
    return copy;
  }

  /** Cells as text; null is NULL. Wait for it: the database may be slower than the file. */
  async write(cells: readonly (string | null)[]): Promise<void> {
    const line = `${cells.map(escaped).join('\t')}\n`;
    this.lines.push(line);
    this.size += line.length;
    if (this.size >= CHUNK) await this.send();
  }

  async end(): Promise<void> {
    await this.send();
    this.wire!.endCopyFrom();
    await this.done;
  }

  /** Leaves nothing behind: the transaction fails with it. */
  async abandon(): Promise<void> {
    this.wire!.sendCopyFail('abandoned');
    await this.done.catch(() => {});
  }

  private async send(): Promise<void> {
    if (!this.size) return;
    const { stream } = this.wire!;
    this.wire!.sendCopyFromChunk(Buffer.from(this.lines.join('')));
    this.lines = [];
    this.size = 0;
    if (stream.writableNeedDrain)
      await Promise.race([new Promise<void>((resolve) => stream.once('drain', resolve)), this.done]);
  }

  // What the driver calls.
  submit(wire: Wire): void {
    this.wire = wire;
    wire.query(this.text);
  }

  handleCopyInResponse(): void {
    this.accept();
  }

  handleError(error: Error): void {
    this.fail(error);
  }

  handleCommandComplete(): void {}

  handleReadyForQuery(): void {
    this.finish();
  }
}

const ESCAPES: Record<string, string> = { '\\': '\\\\', '\t': '\\t', '\n': '\\n', '\r': '\\r' };
const SPECIAL = /[\\\t\n\r]/;
const ALL_SPECIAL = /[\\\t\n\r]/g;

function escaped(cell: string | null): string {
  if (cell === null) return '\\N';
  return SPECIAL.test(cell) ? cell.replace(ALL_SPECIAL, (c) => ESCAPES[c]!) : cell;
}
