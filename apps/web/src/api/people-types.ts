import type { Role } from './types';

export const CONTACT_CHANNELS = [
  'app',
  'phone',
  'sms',
  'email',
  'wecom',
  'dingtalk',
  'feishu',
  'webhook',
] as const;
export type ContactChannel = (typeof CONTACT_CHANNELS)[number];

export interface Contact {
  readonly channel: ContactChannel;
  /** Empty for `app`. */
  readonly address: string;
}

/** A colleague. What stands with a question mark is told to administrators only. */
export interface User {
  readonly id: string;
  readonly username: string;
  readonly name: string;
  readonly roles: readonly Role[];
  readonly unitId: string | null;
  readonly disabled: boolean;
  readonly isUnitLead?: boolean;
  readonly contacts?: readonly Contact[];
  readonly locale?: 'zh' | 'en';
  readonly createdAt?: string;
}

export interface UserDetails {
  readonly name: string;
  readonly roles: readonly Role[];
  readonly unitId: string | null;
  readonly isUnitLead: boolean;
  readonly contacts: readonly Contact[];
}

export interface OrganisationUnit {
  readonly id: string;
  readonly code: string;
  readonly name: string;
  readonly parentId: string | null;
  readonly isDutyOffice: boolean;
}

/** What a route may ask for (libs/identity/core/permissions.ts). */
export const PERMISSIONS = [
  'account.own',
  'token.own',
  'notification.own',
  'channel.own',
  'desk.own',
  'stream.own',
  'incident.read',
  'incident.log',
  'incident.act',
  'mention.read',
  'claim.match',
  'clarification.read',
  'clarification.enter',
  'inbox.read',
  'inbox.add',
  'inbox.triage',
  'source.read',
  'source.manage',
  'attachment.add',
  'deadline.read',
  'escalation.read',
  'escalation.ack',
  'response.read',
  'figure.read',
  'report.read',
  'report.write',
  'report.act',
  'report.comment',
  'instruction.read',
  'instruction.act',
  'overview.read',
  'duty.read',
  'duty.own',
  'duty.manage',
  'workflow.read',
  'workflow.check',
  'engine.read',
  'user.read',
  'user.manage',
  'unit.read',
  'unit.manage',
  'audit.read',
  'audit.verify',
] as const;

export interface Token {
  readonly id: string;
  readonly name: string;
  readonly permissions: readonly string[];
  readonly createdAt: string;
  readonly expiresAt: string;
}
