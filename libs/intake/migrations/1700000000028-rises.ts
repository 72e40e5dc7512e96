import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Rises1700000000028 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- Of which rise of a topic people have been told, and when last: not again within a day.
      CREATE TABLE topic_rises (
        topic_id uuid NOT NULL REFERENCES topics (id),
        kind text NOT NULL,
        told_at timestamptz(3) NOT NULL,
        PRIMARY KEY (topic_id, kind)
      );
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE topic_rises');
  }
}
