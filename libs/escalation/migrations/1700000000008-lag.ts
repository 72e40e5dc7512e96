import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * For the question "how late were we in the last day?". Steps are written in the order of time, so a block range
 * index finds the last day's at next to no cost for writing them.
 */
export class Lag1700000000008 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE INDEX escalation_steps_at ON escalation_steps USING brin (at);
      CREATE INDEX deadlines_breached ON deadlines (breached_at) WHERE breached_at IS NOT NULL;
      CREATE INDEX escalations_exhausted ON escalations (ended_at) WHERE state = 'exhausted';
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP INDEX escalation_steps_at, deadlines_breached, escalations_exhausted');
  }
}
