import Button from 'antd/es/button';
import type { IncidentPage } from '../../../api/incident-types';
import { usePhone } from '../../../theme/use-media';
import { ActBar } from '../../../ui/ActBar';
import { arrangeActs } from './acts';

interface PhoneActProps {
  readonly incident: IncidentPage;
  readonly onOpen: (command: string) => void;
}

/** On a phone the next act stays in reach of the thumb, wherever one reads. */
export function PhoneAct({ incident, onOpen }: PhoneActProps) {
  const isPhone = usePhone();
  const { primary } = arrangeActs(incident);
  if (!isPhone || primary === null) return null;
  return (
    <ActBar>
      <Button type="primary" onClick={() => onOpen(primary.command)}>
        {primary.label}
      </Button>
    </ActBar>
  );
}
