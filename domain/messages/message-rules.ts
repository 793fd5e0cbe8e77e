import type { Action, PartyAction, Seat, Status } from '#domain/matters/vocabulary.ts';
import type { MessageTemplate } from './vocabulary.ts';

/** Which event is told to whom. `to` narrows it to a step that leads to one of these statuses. */
export type MessageRule = {
  readonly event: 'register' | 'recount' | Action | PartyAction;
  readonly to?: readonly Status[];
  readonly template: MessageTemplate;
  readonly seats: readonly Seat[];
};

const applicantsSide = ['applicant', 'representative'] as const;
const everySeat = ['applicant', 'respondent', 'representative'] as const;

/**
 * The one table of what parties are told. A new step gets its message by a row here and, where it says something new, a
 * template in the city pack. What is only written down, sealed or reviewed is told to nobody: above all the safety flag.
 */
export const messageRules: readonly MessageRule[] = [
  { event: 'register', template: 'registered', seats: applicantsSide },
  { event: 'accept', template: 'accepted', seats: applicantsSide },
  { event: 'decline', template: 'declined', seats: applicantsSide },
  { event: 'accept-hand-over', to: ['handling'], template: 'handling', seats: everySeat },
  { event: 'accept-hand-over', to: ['accepted'], template: 'moved', seats: everySeat },
  { event: 'decide', to: ['handling'], template: 'handling', seats: everySeat },
  { event: 'decide', to: ['accepted'], template: 'moved', seats: everySeat },
  { event: 'suspend', template: 'suspended', seats: applicantsSide },
  { event: 'resume', to: ['handling'], template: 'handling', seats: applicantsSide },
  { event: 'answer', template: 'answered', seats: applicantsSide },
  { event: 'call-back', to: ['handling'], template: 'reopened', seats: everySeat },
  { event: 'review-closing', to: ['answered'], template: 'reopened', seats: everySeat },
  { event: 'decline-reopening', template: 'word-for-you', seats: applicantsSide },
  { event: 'reopen', template: 'reopened', seats: everySeat },
  { event: 'close', template: 'closed', seats: everySeat },
  { event: 'close-not-reached', template: 'closed', seats: everySeat },
  { event: 'withdraw', template: 'withdrawn', seats: everySeat },
  { event: 'take-back', template: 'withdrawn', seats: everySeat },
  { event: 'start-procedure', template: 'procedure-begun', seats: everySeat },
  { event: 'end-procedure', template: 'procedure-ended', seats: everySeat },
  { event: 'decide-clock-change', template: 'limit-changed', seats: everySeat },
  { event: 'end-pause', template: 'limit-changed', seats: everySeat },
  { event: 'recount', template: 'limit-recounted', seats: everySeat },
  { event: 'merge', to: ['closed'], template: 'merged', seats: everySeat },
];

/** What the parties at which seats are told of an event, or null where nobody is. */
export function messageOf(event: string, to: Status): Pick<MessageRule, 'template' | 'seats'> | null {
  return messageRules.find((rule) => rule.event === event && (rule.to?.includes(to) ?? true)) ?? null;
}
