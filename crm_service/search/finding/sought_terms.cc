#include "crm_service/search/finding/sought_terms.h"

#include <algorithm>
#include <iterator>
#include <limits>
#include <utility>

#include "crm_service/search/index/vocabulary.h"

namespace voronka::crm {
namespace {

constexpr size_t kMostWordsOfTerm = 64;

// The words of a term as they are found.
class Meanings {
 public:
  void Add(std::vector<KnownWord> words) {
    has_all_ &= words.size() < Vocabulary::kMostWithBeginning;
    std::ranges::move(words, std::back_inserter(words_));
  }

  bool empty() const { return words_.empty(); }

  // `typed` goes before the others.
  void MoveTo(SoughtTerm& sought, const std::string& typed) {
    for (const auto& word : words_) sought.uses += word.uses;
    if (!has_all_) sought.uses = std::numeric_limits<int64_t>::max();
    std::ranges::stable_sort(words_, [&](const KnownWord& one, const KnownWord& other) {
      return std::pair(one.word == typed, one.uses) > std::pair(other.word == typed, other.uses);
    });
    if (words_.size() > kMostWordsOfTerm) words_.erase(words_.begin() + kMostWordsOfTerm, words_.end());
    for (auto& word : words_) sought.words.push_back(std::move(word.word));
  }

 private:
  std::vector<KnownWord> words_;
  bool has_all_ = true;
};

SoughtTerm Sought(Vocabulary& vocabulary, const Term& term) {
  SoughtTerm sought{term};
  Meanings meanings;
  for (const auto& beginning : term.beginnings) meanings.Add(vocabulary.BeginningWith(beginning));
  if (meanings.empty() && term.beginnings.size() == 1) {
    meanings.Add(vocabulary.ATypoAwayFrom(term.beginnings.front()));
    sought.is_misspelt = !meanings.empty();
  }
  meanings.MoveTo(sought, term.beginnings.empty() ? "" : term.beginnings.front());
  return sought;
}

}  // namespace

std::optional<std::vector<SoughtTerm>> SoughtTerms(rpc::Session& session, const Reading& reading) {
  Vocabulary vocabulary(session);
  std::vector<SoughtTerm> terms;
  for (const auto& term : reading) {
    terms.push_back(Sought(vocabulary, term));
    if (terms.back().words.empty() && term.number == 0) return std::nullopt;
  }
  std::ranges::stable_sort(terms, {}, &SoughtTerm::uses);
  return terms;
}

}  // namespace voronka::crm
