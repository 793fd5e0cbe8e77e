export { Oversight as Component } from '../../features/oversight/oversight.tsx';
