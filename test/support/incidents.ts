import type { Person } from './people.js';

/** The parts of an incident's page that tests read. */
export interface IncidentPage {
  readonly id: string;
  readonly number: string;
  readonly title: string;
  readonly state: string;
  readonly severity: string;
  readonly verdict: string;
  readonly version: number;
  readonly acknowledgedBy: { readonly id: string } | null;
  readonly mentions: { readonly count: number };
  readonly mergedInto: { readonly id: string } | null;
  readonly absorbed: readonly { readonly id: string }[];
  readonly actions: readonly { readonly id: string; readonly status: string }[];
  readonly attachments: readonly {
    readonly id: string;
    readonly name: string;
    readonly mediaType: string;
    readonly sha256: string;
  }[];
  readonly deadlines: readonly { readonly clock: string; readonly state: string }[];
  readonly allowed: readonly { readonly command: string }[];
}

/** An incident as a monitor would log it; `changes` replaces fields. */
export const aRumour = (changes: Readonly<Record<string, unknown>> = {}) => ({
  title: '网传城东水厂停水一周',
  claim: '城东水厂因污染将停水一周',
  kind: 'rumour',
  category: 'water',
  place: '城东',
  mentions: [
    {
      source: '清源论坛',
      url: 'https://forum.example/t/1',
      text: '听说要停水一周',
      seenAt: new Date().toISOString(),
      views: 120,
    },
  ],
  ...changes,
});

/** Likelihood 2 × consequence 2 is 4: severity IV by the shipped matrix, so that no reason is needed. */
export const aJudgement = (unitId: string) => ({
  likelihood: { spread: 2, believability: 2, timing: 2 },
  consequence: { safety: 1, livelihood: 2, disruption: 2, trust: 1 },
  severity: 'IV',
  decision: 'dispose',
  unitId,
});

/** Likelihood 4 × consequence 3 is 12: severity II, which a leader must concur with. */
export const aGraveJudgement = (unitId: string) => ({
  likelihood: { spread: 4, believability: 4, timing: 4 },
  consequence: { safety: 3, livelihood: 3, disruption: 3, trust: 3 },
  severity: 'II',
  decision: 'dispose',
  unitId,
});

/** One incident, as the person who acts on it sees it: every command carries the version seen last. */
export class Case {
  private constructor(public page: IncidentPage) {}

  static async log(by: Person, changes: Readonly<Record<string, unknown>> = {}): Promise<Case> {
    return new Case((await by.post('/incidents', aRumour(changes))) as IncidentPage);
  }

  get id(): string {
    return this.page.id;
  }

  async give(by: Person, command: string, body: object = {}): Promise<IncidentPage> {
    const expectedVersion = this.page.version;
    const answer = await by.post(this.pathOf(command), { expectedVersion, ...body });
    this.page = answer as IncidentPage;
    return this.page;
  }

  refused(by: Person, command: string, body: object = {}) {
    return by.refused('POST', this.pathOf(command), {
      expectedVersion: this.page.version,
      ...body,
    });
  }

  /** Looks again, since somebody else may have acted. */
  async look(by: Person): Promise<IncidentPage> {
    this.page = (await by.get(`/incidents/${this.id}`)) as IncidentPage;
    return this.page;
  }

  /** The types of its timeline, oldest first. */
  async history(by: Person): Promise<string[]> {
    const { items } = (await by.get(`/incidents/${this.id}/timeline`)) as {
      items: { type: string }[];
    };
    return items.map(({ type }) => type);
  }

  private pathOf(command: string): string {
    return `/incidents/${this.id}/commands/${command}`;
  }
}
