import { Dialog } from '../../ui/Dialog';
import { QuickLog } from './QuickLog';
import { useText } from './text';

export default function QuickLogDialog({ onClose }: { onClose: () => void }) {
  const t = useText();
  return (
    <Dialog title={t('title')} onClose={onClose}>
      <QuickLog guard={false} onLeave={onClose} />
    </Dialog>
  );
}
