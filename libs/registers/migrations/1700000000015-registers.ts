import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Who entered a record and when, its version, and since when it is out of use. Nothing is ever deleted. */
const KEPT = `
  version integer NOT NULL,
  created_at timestamptz(3) NOT NULL,
  created_by uuid,
  changed_at timestamptz(3) NOT NULL,
  changed_by uuid,
  retired_at timestamptz(3)`;

export class Registers1700000000015 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE channels (
        id uuid PRIMARY KEY,
        name text NOT NULL,
        kind text NOT NULL,
        url text,
        unit_id uuid REFERENCES units (id),
        registered_on date NOT NULL,
        note text,
        ${KEPT}
      );
      CREATE UNIQUE INDEX channels_name ON channels (name) WHERE retired_at IS NULL;
      CREATE TABLE sensitive_dates (
        id uuid PRIMARY KEY,
        title text NOT NULL,
        -- The first day; of a yearly one, that of some year.
        starts_on date NOT NULL,
        days integer NOT NULL CHECK (days BETWEEN 1 AND 60),
        yearly boolean NOT NULL,
        note text,
        ${KEPT}
      );
      CREATE INDEX sensitive_dates_day ON sensitive_dates (starts_on) WHERE retired_at IS NULL;
      CREATE TABLE risk_points (
        id uuid PRIMARY KEY,
        title text NOT NULL,
        unit_id uuid REFERENCES units (id),
        place text,
        category text,
        likelihood integer NOT NULL CHECK (likelihood BETWEEN 1 AND 5),
        consequence integer NOT NULL CHECK (consequence BETWEEN 1 AND 5),
        note text,
        ${KEPT}
      );
      CREATE TABLE responsibilities (
        id uuid PRIMARY KEY,
        category text NOT NULL,
        unit_id uuid NOT NULL REFERENCES units (id),
        deputy_unit_id uuid REFERENCES units (id),
        note text,
        ${KEPT}
      );
      CREATE UNIQUE INDEX responsibilities_category ON responsibilities (category) WHERE retired_at IS NULL;
      CREATE TABLE plan_templates (
        id uuid PRIMARY KEY,
        name text NOT NULL,
        category text,
        -- Empty: whatever the kind, whatever the severity.
        kinds text[] NOT NULL,
        severities text[] NOT NULL,
        actions jsonb NOT NULL,
        note text,
        ${KEPT}
      );
      CREATE UNIQUE INDEX plan_templates_name ON plan_templates (name) WHERE retired_at IS NULL;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(
      'DROP TABLE plan_templates, responsibilities, risk_points, sensitive_dates, channels',
    );
  }
}
