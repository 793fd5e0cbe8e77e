export { Macros as Component } from '../../features/office/macros.tsx';
