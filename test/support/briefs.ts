import type { Person, Problem } from './people.js';

/** What tests read of a report's page. */
export interface BriefPage {
  readonly id: string;
  readonly state: string;
  readonly version: number;
  readonly title: string;
  readonly subtitle: string;
  readonly edition: number;
  readonly isProvisional: boolean;
  readonly hash: string | null;
  readonly unsupported: number;
  readonly figures: Readonly<
    Record<string, { readonly value: number | null; readonly records: string }>
  >;
  readonly sections: readonly {
    readonly key: string;
    readonly number: string;
    readonly text: string;
    readonly edited: boolean;
    readonly paragraphs: readonly (readonly unknown[])[];
  }[];
  readonly allowed: readonly { readonly command: string; readonly label: string }[];
  readonly correction: { readonly reason: string; readonly changed: readonly string[] } | null;
  readonly previousEditionId: string | null;
  readonly nextEditionId: string | null;
}

/** A report as somebody works on it: each command on the version that was seen last. */
export class Brief {
  private constructor(public page: BriefPage) {}

  static async draft(by: Person, asked: object): Promise<Brief> {
    const { id } = (await by.post('/reports', asked)) as { id: string };
    return Brief.open(by, id);
  }

  static async open(by: Person, id: string): Promise<Brief> {
    return new Brief((await by.get(`/reports/${id}`)) as BriefPage);
  }

  get id(): string {
    return this.page.id;
  }

  /** The answer of a correction is another report; this one stays what it was. */
  async give(by: Person, command: string, body: object = {}): Promise<BriefPage> {
    const page = (await by.post(this.pathOf(command), this.seen(body))) as BriefPage;
    if (page.id === this.id) this.page = page;
    return page;
  }

  refused(by: Person, command: string, body: object = {}): Promise<Problem> {
    return by.refused('POST', this.pathOf(command), this.seen(body));
  }

  async edit(by: Person, section: string, text: string | null): Promise<BriefPage> {
    const path = `/reports/${this.id}/sections/${section}`;
    this.page = (await by.must('PATCH', path, this.seen({ text }))) as BriefPage;
    return this.page;
  }

  async look(by: Person): Promise<BriefPage> {
    this.page = (await by.get(`/reports/${this.id}`)) as BriefPage;
    return this.page;
  }

  private pathOf(command: string): string {
    return `/reports/${this.id}/commands/${command}`;
  }

  private seen(body: object): object {
    return { expectedVersion: this.page.version, ...body };
  }
}
