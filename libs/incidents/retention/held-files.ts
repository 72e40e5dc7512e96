import { Injectable } from '@nestjs/common';
import type { OnModuleInit } from '@nestjs/common';
import { sql } from '#platform';
import type { Tx } from '#platform';

/** Of these SHA-256, those of files that are still needed. */
export type FileHolder = (tx: Tx, hashes: readonly string[]) => Promise<readonly string[]>;

/** Who needs which files: a lib that keeps bytes in the store registers itself, or they are swept. */
@Injectable()
export class HeldFiles implements OnModuleInit {
  private readonly holders: FileHolder[] = [];

  onModuleInit(): void {
    this.register(attachments);
  }

  register(holder: FileHolder): void {
    this.holders.push(holder);
  }

  async among(tx: Tx, hashes: readonly string[]): Promise<ReadonlySet<string>> {
    const held = new Set<string>();
    for (const holder of this.holders) for (const hash of await holder(tx, hashes)) held.add(hash);
    return held;
  }
}

/** Attachments are rows for good: a frozen record and the timeline name them. */
async function attachments(tx: Tx, hashes: readonly string[]): Promise<string[]> {
  const rows = await sql<{ sha256: string }>(
    tx,
    'SELECT DISTINCT sha256 FROM attachments WHERE sha256 = ANY($1)',
    [hashes],
  );
  return rows.map(({ sha256 }) => sha256);
}
