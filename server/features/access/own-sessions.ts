import type { Principal } from '#server/app/actor.ts';
import { refuse } from '#server/app/refusal.ts';
import type { Services } from '#server/app/services.ts';
import { forgetPrincipal } from './principal.ts';
import { deleteOtherSessions, deleteSession } from './sessions.queries.ts';

const nobody = '00000000-0000-0000-0000-000000000000';

/** Signs one of one's own devices out, whatever it shows at the moment. */
export async function endOwnSession(services: Services, { userId }: Principal, id: string): Promise<void> {
  if (!(await deleteSession(services.db, userId, id))) refuse(404, 'not-found');
  forgetPrincipal(services, userId);
}

export async function endOtherSessions(services: Services, { userId, session }: Principal): Promise<void> {
  await deleteOtherSessions(services.db, userId, session?.id ?? nobody);
  forgetPrincipal(services, userId);
}
