import type { Staff } from '../instance/staff.ts';

/** A page of the desk, and how a person sees that they can begin. */
export type ShownPage = {
  readonly name: string;
  readonly address: string;
  readonly who: keyof Staff | null;
  /** What has to stand there, as a selector. */
  readonly shown: string;
  /** A key that somebody presses then, and what it has to bring about. */
  readonly key: string;
  readonly answered: string;
};

/** From nobody signed in to the places where people spend their day. */
export function shownPages(matterId: string): readonly ShownPage[] {
  return [
    {
      name: 'sign-in',
      address: '/',
      who: null,
      shown: '.sign-in-form input',
      key: 'Tab',
      answered: '.sign-in :focus',
    },
    {
      name: 'queue',
      address: '/matters?queue=office',
      who: 'clerk',
      shown: '[data-matter-row]',
      key: 'j',
      answered: '[data-matter-row]:focus',
    },
    {
      name: 'matter page',
      address: `/matters/${matterId}`,
      who: 'clerk',
      shown: '.matter-head',
      key: 'Tab',
      answered: ':focus',
    },
    {
      name: 'board',
      address: '/oversight',
      who: 'supervisor',
      shown: '.figures tbody tr',
      key: 'Tab',
      answered: ':focus',
    },
  ];
}
