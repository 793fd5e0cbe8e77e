import type { PortalPart } from '../frame.ts';
import { doorRoutes } from './door.ts';
import type { FollowContext } from './follow-context.ts';
import { informationRoutes } from './information.ts';
import { matterRoutes } from './matter.ts';
import { hasCookie, partyOf } from './party-session.ts';
import { createSending } from './sending.ts';
import { stepRoutes } from './steps.ts';

/** A party follows their own matter by code and secret: /p/follow. */
export const followPart: PortalPart = (portal) => {
  const context: FollowContext = {
    ...portal,
    sending: createSending(portal.services),
    async enter(request, reply) {
      const party = await partyOf(portal.services, request, reply);
      if (party === null) {
        await reply.redirect(hasCookie(request) ? '/p/follow?ended=1' : '/p/follow', 303);
      }
      return party;
    },
    notNow(reply, party, action, { kept = '', language } = { kept: '' }) {
      const why =
        action === 'rate' && party.hasRated
          ? 'rated'
          : action === 'ask-reopening' &&
              party.seat !== 'respondent' &&
              ['closed', 'declined'].includes(party.status)
            ? 'asked'
            : 'other';
      return portal.page(reply, 'follow/not-now', { action, why, kept, language }, 409);
    },
  };
  return async (app) => {
    doorRoutes(app, context);
    matterRoutes(app, context);
    stepRoutes(app, context);
    await app.register(informationRoutes(context));
  };
};
