import type { MigrationInterface, QueryRunner } from 'typeorm';

export class ToldClaims1700000000030 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- Whether the topics that wait in the inbox were compared with it since it was logged or changed.
      ALTER TABLE claims ADD COLUMN told boolean NOT NULL DEFAULT true;
      ALTER TABLE claims ALTER COLUMN told SET DEFAULT false;
      CREATE INDEX claims_untold ON claims (target, target_id) WHERE NOT told;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE claims DROP COLUMN told');
  }
}
