export { Search as Component } from '../../features/search/search.tsx';
