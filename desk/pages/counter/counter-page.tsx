export { Counter as Component } from '../../features/matters/counter/counter.tsx';
