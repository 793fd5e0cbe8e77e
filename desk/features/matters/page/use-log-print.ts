import { useEffect } from 'react';
import { request } from '../../../app/api/request.ts';

/** Puts on record that the file on screen is being printed. Where that fails the print goes on: the opening is on record. */
export function useLogPrint(id: string): void {
  useEffect(() => {
    const log = (): void => {
      request(`/api/v1/matters/${id}/prints`, { method: 'POST' }).catch(() => undefined);
    };
    window.addEventListener('beforeprint', log);
    return () => window.removeEventListener('beforeprint', log);
  }, [id]);
}
