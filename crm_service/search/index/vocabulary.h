#pragma once

#include <cstdint>
#include <map>
#include <set>
#include <string>
#include <vector>

#include "foundation/rpc/calls/session.h"

namespace voronka::crm {

struct KnownWord {
  std::string word;
  // In how many resources it stands.
  int64_t uses;
};

// The tables `search_vocabulary` and `search_spellings`: the words of an account. Typos are looked for among these, of
// which there are far fewer than rows that have them.
class Vocabulary {
 public:
  // As many words with one beginning are read.
  static constexpr size_t kMostWithBeginning = 500;

  explicit Vocabulary(rpc::Session& session) : session_(session) {}

  // By how much the uses of each word have changed. A word without uses is forgotten.
  void Change(const std::map<std::string, int64_t>& uses);

  // In order.
  std::vector<KnownWord> BeginningWith(const std::string& beginning);
  // That are this word with one typo.
  std::vector<KnownWord> ATypoAwayFrom(const std::string& word);

 private:
  std::set<std::string> KnownAmong(const std::vector<std::string>& words);
  void Add(const std::map<std::string, int64_t>& uses);
  void AddSpellings(const std::string& word);
  void ForgetUnused(const std::vector<std::string>& words);
  void Forget(const std::string& word);

  rpc::Session& session_;
};

}  // namespace voronka::crm
