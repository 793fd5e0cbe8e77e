export { presentMessage } from './message.presenter.ts';
export { type MessageRow, messagesOf } from './message.queries.ts';
export { resendMessage } from './resend-message.ts';
export { type OpenParty, sendMessage } from './send-message.ts';
export { sendSecret } from './send-secret.ts';
export { sweepMessages } from './sweep-messages.ts';
export { tellOfEvent } from './tell-of-event.ts';
export { type Telling, tellParties } from './tell-parties.ts';
