import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Contact } from '../core/contacts.js';
import type { Locale } from '../core/locales.js';
import type { Role } from '../core/roles.js';

/** Somebody who works with the product. Never somebody the product reads about. */
@Entity('users')
export class UserEntity {
  @PrimaryColumn('uuid')
  id: string;

  @Column('text')
  username: string;

  @Column('text')
  name: string;

  /** Argon2id, in the PHC string format. */
  @Column('text', { name: 'password_hash' })
  passwordHash: string;

  @Column('text', { array: true })
  roles: Role[];

  @Column('uuid', { name: 'unit_id', nullable: true })
  unitId: string | null;

  @Column('boolean', { name: 'is_unit_lead' })
  isUnitLead: boolean;

  /** How to reach them, best way first. */
  @Column('jsonb')
  contacts: Contact[];

  @Column('text')
  locale: Locale;

  /** Since when they may not sign in any more; null while they may. */
  @Column({ type: 'timestamptz', name: 'disabled_at', precision: 3, nullable: true })
  disabledAt: Date | null;

  @Column({ type: 'timestamptz', name: 'created_at', precision: 3 })
  createdAt: Date;
}
