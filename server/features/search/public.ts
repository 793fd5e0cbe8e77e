export { prepareSearchTerms, searchTerms } from './search-terms.ts';
export { findSimilarMatters, type SimilarMatter } from './similar-matters.ts';
