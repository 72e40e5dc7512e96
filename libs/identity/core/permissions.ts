import { ROLES } from './roles.js';
import type { Role } from './roles.js';

/** What a route may ask for. `….own` is about the signed-in person's own things. */
export const PERMISSIONS = [
  'account.own',
  'token.own',
  'notification.own',
  'channel.own',
  'desk.own',
  'stream.own',
  'room.own',
  'incident.read',
  'incident.log',
  'incident.act',
  'judgement.read',
  'mention.read',
  'claim.match',
  'search.use',
  'clarification.read',
  'clarification.enter',
  'inbox.read',
  'inbox.add',
  'inbox.triage',
  'source.read',
  'source.manage',
  'attachment.add',
  'release.read',
  'release.draft',
  'release.act',
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
  'register.read',
  'register.manage',
  'upward.read',
  'upward.write',
  'upward.send',
  'upward.receive',
  'matter.read',
  'matter.write',
  'matter.receive',
  'matter.link',
  'workflow.read',
  'workflow.check',
  'engine.read',
  'user.read',
  'user.manage',
  'unit.read',
  'unit.manage',
  'audit.read',
  'audit.verify',
  'retention.read',
] as const;

export type Permission = (typeof PERMISSIONS)[number];

const EVERYONE: readonly Role[] = ROLES;
/** Administrators keep the house in order; they take no part in incidents. */
const OFFICE: readonly Role[] = ROLES.filter((role) => role !== 'admin');
/** Those who look out for what is being said, and make incidents of it. */
const LOOKOUT: readonly Role[] = ['monitor', 'officer', 'analyst', 'leader'];

/**
 * Which roles open which door. A door is coarse: whether this person may give this command to this incident now is
 * decided by the workflow, which knows the unit, the state and who did what before.
 */
const HOLDERS: Readonly<Record<Permission, readonly Role[]>> = {
  'account.own': EVERYONE,
  'token.own': EVERYONE,
  'notification.own': EVERYONE,
  'channel.own': EVERYONE,
  'desk.own': EVERYONE,
  'stream.own': EVERYONE,
  // One's own place in the room of an incident: there now, watching, how far one has read.
  'room.own': EVERYONE,
  'incident.read': EVERYONE,
  'incident.log': LOOKOUT,
  'incident.act': OFFICE,
  // Precedents of the whole office, for whoever judges or concurs.
  'judgement.read': ['officer', 'analyst', 'leader'],
  'mention.read': EVERYONE,
  // What is like a claim may be any incident: only for those who see them all.
  'claim.match': ['monitor', 'officer', 'analyst', 'reviewer', 'leader'],
  'clarification.read': EVERYONE,
  'clarification.enter': ['officer', 'analyst', 'reviewer', 'leader'],
  'inbox.read': LOOKOUT,
  // Also by token: a program that watches a list sends what it sees.
  'inbox.add': LOOKOUT,
  'inbox.triage': LOOKOUT,
  'source.read': [...LOOKOUT, 'admin'],
  // Of each kind, only who may read it is shown any.
  'search.use': EVERYONE,
  'source.manage': ['officer', 'leader', 'admin'],
  'attachment.add': OFFICE,
  'release.read': EVERYONE,
  'release.draft': OFFICE,
  'release.act': OFFICE,
  'deadline.read': EVERYONE,
  'escalation.read': EVERYONE,
  // A ladder can reach anybody in the office.
  'escalation.ack': OFFICE,
  // One's own response times; leaders and administrators see everybody's.
  'response.read': EVERYONE,
  // Figures count incidents of every unit: for those who see them all.
  'figure.read': [...LOOKOUT, 'admin'],
  // Drafts are for those who write them; what was issued is for everybody.
  'report.read': EVERYONE,
  'report.write': ['officer', 'analyst', 'leader'],
  'report.act': ['officer', 'analyst', 'leader'],
  'report.comment': ['officer', 'analyst', 'leader'],
  'instruction.read': OFFICE,
  // Who wrote it, and whose unit it is for: the workflow knows.
  'instruction.act': OFFICE,
  'overview.read': LOOKOUT,
  'duty.read': EVERYONE,
  // Anybody can stand on the rota: sign in, keep the log, swap, be on leave.
  'duty.own': EVERYONE,
  'duty.manage': ['leader', 'admin'],
  'register.read': EVERYONE,
  'register.manage': ['leader', 'admin'],
  'upward.read': EVERYONE,
  'upward.write': ['officer', 'analyst', 'handler', 'leader'],
  'upward.send': ['leader'],
  // Anybody of the unit above; the workflow knows which it is.
  'upward.receive': OFFICE,
  'matter.read': EVERYONE,
  // Any unit has things that people will talk about.
  'matter.write': OFFICE,
  'matter.receive': ['officer', 'leader'],
  'matter.link': ['officer', 'analyst', 'leader'],
  'workflow.read': EVERYONE,
  'workflow.check': ['admin'],
  'engine.read': EVERYONE,
  'user.read': EVERYONE,
  'user.manage': ['admin'],
  'unit.read': EVERYONE,
  'unit.manage': ['admin'],
  'audit.read': ['leader', 'admin'],
  'audit.verify': ['leader', 'admin'],
  'retention.read': ['leader', 'admin'],
};

const KNOWN: ReadonlySet<string> = new Set(PERMISSIONS);

export const isPermission = (value: string): value is Permission => KNOWN.has(value);

export const mayDo = (role: Role, permission: Permission): boolean =>
  HOLDERS[permission].includes(role);

/** Everything that somebody with these roles may do. */
export const permissionsOf = (roles: readonly Role[]): Permission[] =>
  PERMISSIONS.filter((permission) => roles.some((role) => mayDo(role, permission)));

/** A token never opens more than its owner's roles do at the moment it is used. */
export const permissionsOfToken = (
  granted: readonly string[],
  ownerRoles: readonly Role[],
): Permission[] => permissionsOf(ownerRoles).filter((permission) => granted.includes(permission));
