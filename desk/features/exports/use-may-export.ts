import { isPermitted } from '#domain/access/permissions.ts';
import { useSession } from '../../app/session/session.tsx';

/** Whether the door is open; the server asks again. */
export function useMayExport(): boolean {
  const { acting } = useSession();
  return acting !== null && isPermitted('export-matters', acting);
}
