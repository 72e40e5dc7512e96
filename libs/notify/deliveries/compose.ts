import type { Tx } from '#platform';
import { newId } from '#platform';
import type { SubjectDoors } from '#workflow';
import type { ChannelSetup } from '../channel-setup.js';
import type { OutgoingMessage } from '../channels/channel.js';
import { severityOf } from '../core/severity.js';
import { makeLinks } from '../links/message-links.js';
import { ackLinkOf } from '../words/link.js';
import { bundleOf, messageOf } from '../words/message.js';
import type { Style } from '../words/message.js';
import type { Told } from '../words/told.js';
import type { DueDelivery } from './claim.js';
import type { Person } from './people.js';

/** A message that is ready to go, and the deliveries that it makes. */
export interface Ready {
  /** Under which a repeated send can be recognised. */
  readonly id: string;
  readonly bundleId: string | null;
  readonly rows: readonly DueDelivery[];
  readonly to: string;
  readonly message: OutgoingMessage;
}

/** What goes to one person: each matter in a message of its own, or all of them in one. */
export interface Parcel {
  readonly person: Person;
  readonly rows: readonly [DueDelivery, ...DueDelivery[]];
}

/** Finds the words for every message, with its links. Several rows in a parcel are a bundle. */
export async function compose(
  tx: Tx,
  parcels: readonly Parcel[],
  { setup, doors }: { readonly setup: ChannelSetup; readonly doors: SubjectDoors },
  untaken: ReadonlyMap<string, boolean>,
  now: number,
): Promise<Ready[]> {
  const names = await doors.namesOf(
    tx,
    parcels.flatMap(({ rows }) => rows),
  );
  const toldOf = (row: DueDelivery): Told => ({
    topic: row.topic,
    subjectType: row.subjectType,
    subjectId: row.subjectId,
    subject: names.get(row.subjectId) ?? null,
    data: row.data,
    at: row.toldAt.getTime(),
  });
  const secrets = await secretsFor(tx, parcels, untaken, now);
  return parcels.map((parcel) => {
    const [first, ...others] = parcel.rows;
    const style = styleFor(parcel.person, setup);
    if (others.length === 0) {
      const secret = secrets.get(first.id);
      const link = secret === undefined ? null : ackLinkOf(secret, setup.address);
      const message = messageOf(toldOf(first), severityOf(first.severity), link, style);
      return { id: first.id, bundleId: null, rows: parcel.rows, to: first.address, message };
    }
    const matters = parcel.rows.map((row) => ({
      told: toldOf(row),
      severity: severityOf(row.severity),
    }));
    const id = newId();
    const last = others.at(-1) ?? first;
    return {
      ...{ id, bundleId: id, rows: parcel.rows },
      to: last.address,
      message: bundleOf(matters, style),
    };
  });
}

const styleFor = ({ locale }: Person, { timeZone, address }: ChannelSetup): Style => ({
  locale,
  timeZone,
  address,
});

/** A single matter that waits for somebody gets a link with which its reader takes it. */
async function secretsFor(
  tx: Tx,
  parcels: readonly Parcel[],
  untaken: ReadonlyMap<string, boolean>,
  now: number,
): Promise<ReadonlyMap<string, string>> {
  const wanted = parcels.flatMap(({ rows: [row, ...others] }) =>
    others.length === 0 && row.escalationId !== null && untaken.get(row.escalationId) === true
      ? [{ id: row.id, userId: row.userId, escalationId: row.escalationId }]
      : [],
  );
  const secrets = await makeLinks(tx, wanted, now);
  return new Map(wanted.map(({ id }, index) => [id, secrets[index] ?? '']));
}
