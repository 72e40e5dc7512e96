import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Signs of life, so that one process can say of another whether it works. Unlogged: a beat is worth a second, and
 * this way it costs no write to the disk at its commit. A crash of the database empties the table; the next beat
 * fills it.
 */
export class Engine1700000000007 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE UNLOGGED TABLE engine_beats (
        process_id uuid NOT NULL,
        kind text NOT NULL,
        at timestamptz(3) NOT NULL,
        PRIMARY KEY (process_id, kind)
      );
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE engine_beats');
  }
}
