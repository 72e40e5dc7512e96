import { ActBar } from '../../../ui/ActBar';
import { NextActButton } from '../../shifts/acts/NextActButton';
import type { MyShift } from '../../shifts/acts/use-my-shift';

/** The next act of my shift where a thumb is, whatever else the page shows. */
export function PhoneActBar({ my }: { my: MyShift | null }) {
  if (my?.act === null || my === null) return null;
  return (
    <ActBar>
      <NextActButton my={my} />
    </ActBar>
  );
}
