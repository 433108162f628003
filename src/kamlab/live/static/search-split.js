// Chinese has no spaces: cut a query into the longest words that the index knows.
const knownTerm = (term) =>
  Object.hasOwn(Search._index.terms, term) || Object.hasOwn(Search._index.titleterms, term);

// The words of one run of Chinese characters: as many characters covered, in as few words, as can be.
const cutRun = (run) => {
  if (run.length === 1 || !Search.hasIndex()) return [run];
  const best = [{ covered: 0, words: [] }];
  for (let end = 1; end <= run.length; end += 1) {
    best[end] = best[end - 1];
    for (let start = Math.max(0, end - 12); start <= end - 2; start += 1) {
      const word = run.slice(start, end);
      if (!knownTerm(word)) continue;
      const option = { covered: best[start].covered + word.length, words: [...best[start].words, word] };
      const better = option.covered - best[end].covered || best[end].words.length - option.words.length;
      if (better > 0) best[end] = option;
    }
  }
  const { words } = best[run.length];
  return words.length ? words : [run];
};

function splitQuery(query) {
  return query
    .split(/[^\p{Letter}\p{Number}_\p{Emoji_Presentation}]+/gu)
    .flatMap((part) => part.match(/\p{Script=Han}+|[^\p{Script=Han}]+/gu) ?? [])
    .flatMap((part) => (/^\p{Script=Han}/u.test(part) ? cutRun(part) : [part]));
}
