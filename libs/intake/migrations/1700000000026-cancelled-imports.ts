import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CancelledImports1700000000026 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- Somebody ended the reading; what was read before stays.
      ALTER TABLE imports DROP CONSTRAINT imports_state_check,
        ADD CONSTRAINT imports_state_check
          CHECK (state IN ('waiting', 'running', 'done', 'failed', 'cancelled'));
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DELETE FROM imports WHERE state = 'cancelled';
      ALTER TABLE imports DROP CONSTRAINT imports_state_check,
        ADD CONSTRAINT imports_state_check CHECK (state IN ('waiting', 'running', 'done', 'failed'));
    `);
  }
}
