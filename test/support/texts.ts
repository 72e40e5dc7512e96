import type { Person } from './people.js';

/** The parts of a release's page that tests read. */
export interface TextPage {
  readonly id: string;
  readonly title: string;
  readonly state: string;
  readonly version: number;
  readonly textVersion: number;
  readonly publishedVersion: number | null;
  readonly waits: boolean;
  readonly versions: readonly {
    readonly version: number;
    readonly body: string;
    readonly sha256: string;
    readonly redacted: Readonly<Record<string, number>>;
  }[];
  readonly allowed: readonly { readonly command: string; readonly needs: readonly unknown[] }[];
  readonly publications: readonly { readonly kind: string; readonly reason: string | null }[];
  readonly reviews: readonly {
    readonly seat: string;
    readonly outcome: string;
    readonly by: { readonly id: string };
  }[];
  readonly seen: readonly { readonly version: number; readonly by: { readonly id: string } }[];
  readonly ticks: readonly { readonly check: string }[];
  readonly history: readonly { readonly type: string }[];
  readonly deadlines: readonly { readonly clock: string; readonly state: string }[];
}

export const ALL_CHECKS = { checks: ['political', 'legal', 'policy', 'secrecy', 'wording'] };

/** The first of the registered channels. */
export async function aChannel(person: Person): Promise<string> {
  const { items } = (await person.get('/channels?limit=50')) as { items: { id: string }[] };
  const [channel] = items;
  if (channel === undefined) throw new Error('no channel is registered');
  return channel.id;
}

/** A text on its way to the public: every command carries the version seen last. */
export class Text {
  private constructor(public page: TextPage) {}

  static async write(by: Person, given: object): Promise<Text> {
    return new Text((await by.post('/releases', given)) as TextPage);
  }

  static async open(by: Person, id: string): Promise<Text> {
    return new Text((await by.get(`/releases/${id}`)) as TextPage);
  }

  get id(): string {
    return this.page.id;
  }

  async give(by: Person, command: string, body: object = {}): Promise<TextPage> {
    const expectedVersion = this.page.version;
    const path = `/releases/${this.id}/commands/${command}`;
    this.page = (await by.post(path, { expectedVersion, ...body })) as TextPage;
    return this.page;
  }

  /** The codes of the reasons for which it is refused, and with which status. */
  async refusedTo(
    by: Person,
    command: string,
    body: object = {},
  ): Promise<{ readonly status: number; readonly codes: readonly string[] }> {
    const path = `/releases/${this.id}/commands/${command}`;
    const given = { expectedVersion: this.page.version, ...body };
    const { status, reasons = [] } = await by.refused('POST', path, given);
    return { status, codes: reasons.map(({ code }) => code) };
  }

  async seenBy(person: Person): Promise<TextPage> {
    this.page = (await person.get(`/releases/${this.id}`)) as TextPage;
    return this.page;
  }
}
