import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A part of the organisation: an office, a bureau, a township. */
@Entity('units')
export class UnitEntity {
  @PrimaryColumn('uuid')
  id: string;

  /** What `config/organisation.yaml` calls it. Never changes. */
  @Column('text')
  code: string;

  @Column('text')
  name: string;

  @Column('uuid', { name: 'parent_id', nullable: true })
  parentId: string | null;

  /** The office that keeps watch. At most one is. */
  @Column('boolean', { name: 'is_duty_office' })
  isDutyOffice: boolean;

  @Column({ type: 'timestamptz', name: 'created_at', precision: 3 })
  createdAt: Date;
}
