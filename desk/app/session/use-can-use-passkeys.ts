import { useQuery } from '@tanstack/react-query';
import { canUsePasskeys } from './passkey.ts';
import { waysInQuery } from './sign-in.ts';

/** Whether browser and server both can: a passkey belongs to a name, which an address of numbers is not. */
export function useCanUsePasskeys(): boolean {
  const { data } = useQuery(waysInQuery);
  return canUsePasskeys && data?.passkey === true;
}
