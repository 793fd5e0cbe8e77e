export { Levels as Component } from '../../features/levels/levels.tsx';
