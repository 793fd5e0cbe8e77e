/** The words of the demo's outbox, in English. */

export const outbox = {
  title: 'Demo outbox',
  lead: 'This is a demo: no text message or e-mail has left. In real use the parties who chose to be told get these words. Numbers and addresses are masked.',
  none: 'No messages yet. Choose “Text message” or “E-mail” for an applicant at the counter, or accept such a matter, and it appears here.',
  'no-more': 'There are no earlier messages.',
  older: 'Earlier messages',
  newest: 'Back to the newest',
  link: 'Look at the demo outbox',
} as const;
