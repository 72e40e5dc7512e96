/** What a message is made from: a notification, and what its subject is called. */
export interface Told {
  readonly topic: string;
  readonly subjectType: string;
  readonly subjectId: string;
  /** Null when the subject has no name: the engine, for instance. */
  readonly subject: { readonly number: string; readonly title: string } | null;
  readonly data: Readonly<Record<string, unknown>>;
  /** When it was told in the application. */
  readonly at: number;
}
