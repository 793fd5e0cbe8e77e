export { People as Component } from '../../features/organisations/accounts/people.tsx';
