export { Procedures as Component } from '../../features/procedures/procedures.tsx';
