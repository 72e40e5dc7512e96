/** A category of incidents, and the unit that usually answers for it, by their codes. */
export interface OwnedCategory {
  readonly code: string;
  readonly ownerUnit: string;
}

/** The parts of `config/` that registers go by. */
export class RegisterPolicy {
  constructor(
    readonly timeZone: string,
    readonly categories: readonly OwnedCategory[],
  ) {}
}
