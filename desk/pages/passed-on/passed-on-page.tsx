export { PassedOn as Component } from '../../features/matters/passed-on/passed-on.tsx';
