import type { Report } from '../../../api/report-types';
import type { Me } from '../../../api/types';

/** A leader's note is for what is being decided or was issued; not for what is still being written or was thrown away. */
export const mayInstruct = (me: Me, { state }: Pick<Report, 'state'>): boolean =>
  me.roles.includes('leader') && state !== 'discarded' && state !== 'replaced';
