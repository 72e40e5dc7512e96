import type { Receiver, ReportEdit } from '../../api/upward';

/** A receiver as the value of a choice: a unit by its id, a body that gets an e-mail by its code. */
export const keyOf = ({ unitId, code }: Pick<Receiver, 'unitId' | 'code'>): string =>
  unitId === null ? `mail:${code ?? ''}` : `unit:${unitId}`;

/** What the API is asked for. */
export function wantedOf(key: string): Pick<ReportEdit, 'receiverUnitId' | 'receiverCode'> {
  const [kind, ...rest] = key.split(':');
  const name = rest.join(':');
  if (name === '') return {};
  return kind === 'unit' ? { receiverUnitId: name } : { receiverCode: name };
}
