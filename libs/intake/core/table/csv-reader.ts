export interface CsvRecord {
  /** The line of the file on which it begins, counted from 1. */
  readonly line: number;
  readonly cells: readonly string[];
  readonly problem: 'too-long' | 'open-quote' | null;
}

type Step =
  | { readonly kind: 'record'; readonly cells: string[]; readonly end: number }
  /** A quote that is never closed, or closed in the middle of a cell. */
  | { readonly kind: 'broken-quote' }
  | { readonly kind: 'more' };

const QUOTE = '"';
/** How much of a line that cannot be read is told. */
const SHOWN = 200;

/**
 * Reads CSV (RFC 4180) piece by piece. What makes it another reader than the usual ones is how it goes on after a
 * mistake: a quote that does not close costs its own line and no more, and a line without end costs no memory.
 */
export class CsvReader {
  private buffer = '';
  private line = 1;
  /** In the middle of a line that was too long: its rest is not kept. */
  private dropping = false;

  constructor(
    private readonly delimiter: string,
    /** Most characters of one record. */
    private readonly longest = 65_536,
  ) {}

  *push(chunk: string): Generator<CsvRecord> {
    this.buffer += chunk;
    yield* this.drain(false);
  }

  *end(): Generator<CsvRecord> {
    yield* this.drain(true);
  }

  private *drain(isEnd: boolean): Generator<CsvRecord> {
    if (this.dropping && !this.dropToLineEnd(isEnd)) return;
    let at = 0;
    while (at < this.buffer.length) {
      const step = this.read(at, isEnd);
      if (step.kind === 'record') {
        const { cells, end } = step;
        const isLong = end - at > this.longest;
        yield isLong
          ? this.mistake('too-long', at, end)
          : { line: this.line, cells, problem: null };
        this.line += linesIn(this.buffer, at, end);
        at = end;
        continue;
      }
      const isLong = this.buffer.length - at > this.longest;
      const next = this.afterLine(at);
      const mayBeWhole = step.kind === 'broken-quote' && (isEnd || next !== null);
      if (!isLong && !mayBeWhole) break;
      const end = next ?? this.buffer.length;
      yield this.mistake(end - at > this.longest ? 'too-long' : 'open-quote', at, end);
      at = end;
      if (next !== null) this.line += 1;
      else if (!isEnd) {
        this.dropping = true;
        if (this.buffer.endsWith('\r')) at -= 1;
        break;
      }
    }
    this.buffer = this.buffer.slice(at);
  }

  /** Answers whether the end of the line has been seen. */
  private dropToLineEnd(isEnd: boolean): boolean {
    const next = this.afterLine(0);
    if (next === null) {
      this.buffer = this.buffer.endsWith('\r') && !isEnd ? '\r' : '';
      return false;
    }
    this.dropping = false;
    this.line += 1;
    this.buffer = this.buffer.slice(next);
    return true;
  }

  private mistake(problem: 'too-long' | 'open-quote', at: number, end: number): CsvRecord {
    const shown = this.buffer.slice(at, Math.min(end, at + SHOWN)).trimEnd();
    return { line: this.line, cells: [shown], problem };
  }

  /** Where the line after this one begins; null when its end has not been seen. */
  private afterLine(at: number): number | null {
    LINE_END.lastIndex = at;
    const match = LINE_END.exec(this.buffer);
    return match === null ? null : match.index + match[0].length;
  }

  private read(start: number, isEnd: boolean): Step {
    const { buffer, delimiter } = this;
    const cells: string[] = [];
    let at = start;
    for (;;) {
      let cell: string;
      if (buffer[at] === QUOTE) {
        const quoted = readQuoted(buffer, at + 1);
        if (quoted === null) return { kind: isEnd ? 'broken-quote' : 'more' };
        ({ cell, at } = quoted);
        if (at >= buffer.length && !isEnd) return { kind: 'more' };
        if (at < buffer.length && buffer[at] !== delimiter && !isLineEnd(buffer[at]))
          return { kind: 'broken-quote' };
      } else {
        const end = endOfPlain(buffer, at, delimiter);
        if (end >= buffer.length && !isEnd) return { kind: 'more' };
        cell = buffer.slice(at, end);
        at = end;
      }
      cells.push(cell);
      if (buffer[at] === delimiter) {
        at += 1;
        if (at >= buffer.length && !isEnd) return { kind: 'more' };
        continue;
      }
      // A carriage return at the very end of what is there may have its line feed still to come.
      if (buffer[at] === '\r' && at + 1 >= buffer.length && !isEnd) return { kind: 'more' };
      const isPair = buffer[at] === '\r' && buffer[at + 1] === '\n';
      return { kind: 'record', cells, end: Math.min(buffer.length, at + (isPair ? 2 : 1)) };
    }
  }
}

const LINE_END = /\r\n|\n|\r(?!$)/g;

const isLineEnd = (char: string | undefined): boolean => char === '\n' || char === '\r';

/** The cell and where it ends, after its closing quote; null when there is none. */
function readQuoted(buffer: string, start: number): { cell: string; at: number } | null {
  let cell = '';
  for (let at = start; ;) {
    const close = buffer.indexOf(QUOTE, at);
    if (close === -1) return null;
    cell += buffer.slice(at, close);
    if (buffer[close + 1] !== QUOTE) return { cell, at: close + 1 };
    cell += QUOTE;
    at = close + 2;
  }
}

function endOfPlain(buffer: string, start: number, delimiter: string): number {
  let at = start;
  while (at < buffer.length && buffer[at] !== delimiter && !isLineEnd(buffer[at])) at += 1;
  return at;
}

function linesIn(buffer: string, start: number, end: number): number {
  let lines = 0;
  for (let at = start; at < end; at += 1) {
    if (buffer[at] === '\n' || (buffer[at] === '\r' && buffer[at + 1] !== '\n')) lines += 1;
  }
  return lines;
}

const DELIMITERS = [',', '\t', ';', '|'] as const;

/** The sign between cells: the one that the first line has most of, outside of quotes. */
export function delimiterOf(head: string): string {
  const first = (/^[^\r\n]*/.exec(head)?.[0] ?? '').replace(/"[^"]*"/g, '');
  const counts = DELIMITERS.map((sign) => first.split(sign).length);
  return DELIMITERS[counts.indexOf(Math.max(...counts))] ?? ',';
}
