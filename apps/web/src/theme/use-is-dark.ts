import { useSettings } from '../settings/settings';
import { useMedia } from './use-media';

/** By hand, or as the system has it. */
export function useIsDark(): boolean {
  const { theme } = useSettings();
  const systemDark = useMedia('(prefers-color-scheme: dark)');
  return theme === 'dark' || (theme === 'system' && systemDark);
}
