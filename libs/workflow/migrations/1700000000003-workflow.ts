import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Workflow1700000000003 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE workflow_definitions (
        name text NOT NULL,
        version integer NOT NULL,
        hash text NOT NULL,
        definition jsonb NOT NULL,
        created_at timestamptz(3) NOT NULL,
        PRIMARY KEY (name, version)
      );
      CREATE TABLE subjects (
        id uuid PRIMARY KEY,
        type text NOT NULL,
        workflow_version integer NOT NULL,
        state text NOT NULL,
        version integer NOT NULL,
        facts jsonb NOT NULL,
        FOREIGN KEY (type, workflow_version) REFERENCES workflow_definitions (name, version)
      );
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE subjects, workflow_definitions');
  }
}
