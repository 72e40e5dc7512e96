import type { MigrationInterface, QueryRunner } from 'typeorm';

export class StreamCircle1700000000022 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- Who may hear an event besides those who hear everything. Null: everybody.
      ALTER TABLE stream_events ADD COLUMN circle text[];
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE stream_events DROP COLUMN circle');
  }
}
