export { Exports as Component } from '../../features/exports/exports.tsx';
