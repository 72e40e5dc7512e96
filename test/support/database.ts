import pg from 'pg';

/** Somebody with the keys of the database server, who looks behind the scenes. */
export class Owner {
  private constructor(private readonly client: pg.Client) {}

  static async of(url: string): Promise<Owner> {
    const client = new pg.Client({ connectionString: url });
    // A killed server ends the connection; the next query says so.
    client.on('error', () => undefined);
    await client.connect();
    return new Owner(client);
  }

  async select(text: string, values: readonly unknown[] = []): Promise<pg.QueryResultRow[]> {
    const { rows } = await this.client.query<pg.QueryResultRow>(text, [...values]);
    return rows;
  }

  /** The first column of the first row, as a number: for counts. */
  async number(text: string, values: readonly unknown[] = []): Promise<number> {
    const [row] = await this.select(text, values);
    return Number(Object.values(row ?? {})[0]);
  }

  /** The tables of ours, in order. The queue's own are not among them. */
  async tables(): Promise<string[]> {
    const rows = await this.select(
      "SELECT tablename FROM pg_tables WHERE schemaname = 'public' ORDER BY tablename",
    );
    return rows.map((row) => String(row['tablename']));
  }

  /** How many rows each table has. */
  async counts(): Promise<Readonly<Record<string, number>>> {
    const counted: Record<string, number> = {};
    for (const table of await this.tables()) {
      counted[table] = await this.number(`SELECT count(*) FROM "${table}"`);
    }
    return counted;
  }

  close(): Promise<void> {
    return this.client.end();
  }
}
