export { Units as Component } from '../../features/organisations/units/units.tsx';
