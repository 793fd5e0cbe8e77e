export { Security as Component } from '../../features/access/security/security.tsx';
