import type { Surroundings } from '#domain/matters/matter.ts';
import type { Services } from '#server/app/services.ts';

/** The places around a matter, as the rules ask for them. */
export function surroundingsOf(
  services: Pick<Services, 'directory'>,
  matter: { readonly leadUnitId: string; readonly hasOtherCaller: boolean },
): Surroundings {
  return {
    upperCentreId: services.directory.upperCentreId(matter.leadUnitId),
    hasOtherCaller: matter.hasOtherCaller,
  };
}
