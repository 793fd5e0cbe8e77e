import { type Language, words } from '#contract/language/language.ts';
import type { MessageView } from '#contract/messages/message.ts';
import type { MessageRow } from './message.queries.ts';

/** The messages of a matter for those who work on it; what did not leave may be sent once more by whoever has the matter. */
export function presentMessage(
  matterId: string,
  row: MessageRow,
  mayResend: boolean,
  language: Language,
): MessageView {
  const { seats, toldBy, messageTemplates, messageStates, messageFaults } = words(language);
  // A secret goes where its owner asked for it; who lost theirs gets another at the counter.
  const isStuck = (row.state === 'failed' || row.state === 'withheld') && row.template !== 'secret';
  return {
    id: row.id,
    partyId: row.partyId,
    seat: { code: row.seat, label: seats[row.seat] },
    way: { code: row.way, label: toldBy[row.way] },
    template: { code: row.template, label: messageTemplates[row.template] },
    state: { code: row.state, label: messageStates[row.state] },
    fault: row.fault === null ? null : { code: row.fault, label: messageFaults[row.fault] },
    at: row.at.toISOString(),
    resendHref: isStuck && mayResend ? `/api/v1/matters/${matterId}/messages/${row.id}/resend` : null,
  };
}
