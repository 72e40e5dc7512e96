/** A body above that is written to by e-mail. */
export interface Superior {
  readonly code: string;
  readonly name: string;
  readonly email: string;
}

/** The parts of `config/` that reports go by. */
export class UpwardConfig {
  constructor(
    /** The organisation's. */
    readonly timeZone: string,
    readonly superiors: readonly Superior[],
  ) {}
}
