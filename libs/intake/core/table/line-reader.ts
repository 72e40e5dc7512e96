export interface Line {
  /** Counted from 1. */
  readonly line: number;
  /** Of a line that is too long, its beginning. */
  readonly text: string;
  readonly isTooLong: boolean;
}

/** How much of a line that is too long is told. */
const SHOWN = 200;

/** Cuts a text that comes in pieces into lines, and keeps no more of a line than `longest` characters. */
export class LineReader {
  private buffer = '';
  private line = 1;
  private isTooLong = false;

  constructor(private readonly longest = 1_048_576) {}

  *push(chunk: string): Generator<Line> {
    let start = 0;
    for (let end = chunk.indexOf('\n'); end !== -1; end = chunk.indexOf('\n', start)) {
      this.keep(chunk.slice(start, end));
      yield this.take();
      start = end + 1;
    }
    this.keep(chunk.slice(start));
  }

  *end(): Generator<Line> {
    if (this.buffer !== '') yield this.take();
  }

  private keep(piece: string): void {
    if (this.isTooLong) return;
    this.isTooLong = this.buffer.length + piece.length > this.longest;
    this.buffer = this.isTooLong ? (this.buffer + piece).slice(0, SHOWN) : this.buffer + piece;
  }

  private take(): Line {
    const { line, isTooLong } = this;
    const text = this.buffer.replace(/\r$/, '');
    this.buffer = '';
    this.isTooLong = false;
    this.line += 1;
    return { line, text, isTooLong };
  }
}
