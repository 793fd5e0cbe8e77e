export { VisitorLookUp as Component } from '../../features/visitors/visitor-look-up.tsx';
