/** The parts of `config/` that releases go by. */
export class ReleaseConfig {
  constructor(
    /** Whose name every publication carries. */
    readonly issuedBy: { readonly zh: string; readonly en: string },
    /** The code of the unit of the second review. */
    readonly publicityUnit: string,
  ) {}
}
