export { refreshSearchKeys, searchKeys } from './search-keys.queries.ts';
export { prepareSearchTerms, searchTerms, wordsAskedFor } from './search-terms.ts';
export { findSimilarMatters, type SimilarMatter } from './similar-matters.ts';
