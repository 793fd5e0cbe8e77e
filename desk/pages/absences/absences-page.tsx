export { Absences as Component } from '../../features/organisations/absences/absences.tsx';
